import { serveDesk } from "@/lib/server/desk";
import { merchantAddress, requireMerchant } from "@/lib/server/merchants/address";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]">) {
  return serveDesk(request, { name: "merchants.get", permission: "merchants:read", input: merchantAddress, answer: requireMerchant }, await params);
}
