import { serveDesk } from "@/lib/server/desk";
import { settlementDetail } from "@/lib/server/settlements/detail";
import { oneSettlement } from "@/lib/server/settlements/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]">) {
  return serveDesk(
    request,
    {
      name: "settlements.detail",
      permission: "settlements:read",
      input: oneSettlement,
      answer: ({ environment, settlement_id }) => settlementDetail(environment, settlement_id),
    },
    await params,
  );
}
