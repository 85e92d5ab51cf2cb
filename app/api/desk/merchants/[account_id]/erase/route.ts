import { serveDesk } from "@/lib/server/desk";
import { eraseMerchant } from "@/lib/server/keeping/erase";
import { merchantAddress } from "@/lib/server/merchants/address";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/erase">) {
  return serveDesk(
    request,
    {
      name: "merchants.erase",
      permission: "merchants:erase",
      input: merchantAddress,
      answer: ({ environment, account_id }, session) => eraseMerchant(environment, account_id, session),
    },
    await params,
  );
}
