import { serveDesk } from "@/lib/server/desk";
import { merchantAddress } from "@/lib/server/merchants/address";
import { productChanges } from "@/lib/server/products/changes";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/products">) {
  return serveDesk(
    request,
    {
      name: "products.changes",
      permission: "products:read",
      input: merchantAddress,
      answer: ({ environment, account_id }) => productChanges(environment, account_id),
    },
    await params,
  );
}
