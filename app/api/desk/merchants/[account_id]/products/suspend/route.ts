import { serveDesk } from "@/lib/server/desk";
import { changeProduct } from "@/lib/server/products/change-product";
import { suspensionInput } from "@/lib/server/products/input";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/products/suspend">) {
  return serveDesk(
    request,
    {
      name: "products.suspend",
      permission: "products:suspend",
      input: suspensionInput,
      answer: ({ reason, reason_details, ...given }, session) => changeProduct(session, given, { act: "suspend", reason, details: reason_details }),
    },
    await params,
  );
}
