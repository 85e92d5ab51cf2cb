import { serveDesk } from "@/lib/server/desk";
import { changeProduct } from "@/lib/server/products/change-product";
import { reactivationInput } from "@/lib/server/products/input";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/products/reactivate">) {
  return serveDesk(
    request,
    {
      name: "products.reactivate",
      permission: "products:reactivate",
      input: reactivationInput,
      answer: (given, session) => changeProduct(session, given, { act: "reactivate" }),
    },
    await params,
  );
}
