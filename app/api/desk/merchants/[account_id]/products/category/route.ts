import { serveDesk } from "@/lib/server/desk";
import { changeProduct } from "@/lib/server/products/change-product";
import { categoryInput } from "@/lib/server/products/input";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/products/category">) {
  return serveDesk(
    request,
    {
      name: "products.change-category",
      permission: "products:write",
      input: categoryInput,
      answer: ({ code, ...given }, session) => changeProduct(session, given, { act: "change-category", code }),
    },
    await params,
  );
}
