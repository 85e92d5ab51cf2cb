import { serveDesk } from "@/lib/server/desk";
import { merchantAddress } from "@/lib/server/merchants/address";
import { settledOf } from "@/lib/server/settlements/settled";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/settled">) {
  return serveDesk(
    request,
    {
      name: "merchants.settled",
      permission: "merchants:read",
      input: merchantAddress,
      answer: ({ environment, account_id }, { role }) => settledOf(environment, account_id, role),
    },
    await params,
  );
}
