import { serveDesk } from "@/lib/server/desk";
import { feeAuditMerchants } from "@/lib/server/settlements/fees/answer";
import { settlementMerchantList } from "@/lib/server/settlements/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/fees/merchants">) {
  return serveDesk(
    request,
    {
      name: "settlements.fee-merchants",
      permission: "settlements:read",
      input: settlementMerchantList,
      answer: ({ environment, settlement_id, after }) => feeAuditMerchants(environment, settlement_id, after),
    },
    await params,
  );
}
