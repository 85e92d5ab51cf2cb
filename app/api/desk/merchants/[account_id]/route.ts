import { serveDesk } from "@/lib/server/desk";
import { merchantAddress, requireMerchant } from "@/lib/server/merchants/address";
import { inGroup } from "@/lib/server/merchants/group";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]">) {
  return serveDesk(
    request,
    { name: "merchants.get", permission: "merchants:read", input: merchantAddress, answer: async (address) => inGroup(await requireMerchant(address)) },
    await params,
  );
}
