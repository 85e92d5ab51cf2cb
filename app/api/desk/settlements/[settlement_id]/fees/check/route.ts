import { serveDesk } from "@/lib/server/desk";
import { wantFeeAudit } from "@/lib/server/settlements/fees/ask";
import { oneSettlement } from "@/lib/server/settlements/input";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/fees/check">) {
  return serveDesk(
    request,
    {
      name: "settlements.fee-check",
      permission: "settlements:read",
      input: oneSettlement,
      answer: ({ environment, settlement_id }) => wantFeeAudit(environment, settlement_id),
    },
    await params,
  );
}
