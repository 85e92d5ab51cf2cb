import { serveDesk } from "@/lib/server/desk";
import { feeAudit } from "@/lib/server/settlements/fees/answer";
import { oneSettlement } from "@/lib/server/settlements/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/fees">) {
  return serveDesk(
    request,
    {
      name: "settlements.fees",
      permission: "settlements:read",
      input: oneSettlement,
      answer: ({ environment, settlement_id }) => feeAudit(environment, settlement_id),
    },
    await params,
  );
}
