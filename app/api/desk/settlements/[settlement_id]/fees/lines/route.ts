import { serveDesk } from "@/lib/server/desk";
import { differingFees } from "@/lib/server/settlements/fees/differing";
import { settlementFeeList } from "@/lib/server/settlements/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/fees/lines">) {
  return serveDesk(
    request,
    {
      name: "settlements.fee-lines",
      permission: "settlements:read",
      input: settlementFeeList,
      answer: ({ environment, settlement_id, account, after }) => differingFees(environment, settlement_id, account, after),
    },
    await params,
  );
}
