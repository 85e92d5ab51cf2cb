import { serveDesk } from "@/lib/server/desk";
import { settlementMerchantList } from "@/lib/server/settlements/input";
import { settlementMerchants } from "@/lib/server/settlements/merchants";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/merchants">) {
  return serveDesk(
    request,
    {
      name: "settlements.merchants",
      permission: "settlements:read",
      input: settlementMerchantList,
      answer: ({ environment, settlement_id, after }) => settlementMerchants(environment, settlement_id, after),
    },
    await params,
  );
}
