import { serveDesk } from "@/lib/server/desk";
import { categoryFit } from "@/lib/server/products/category-fit";
import { fitInput } from "@/lib/server/products/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/merchants/[account_id]/products/fit">) {
  return serveDesk(request, { name: "products.fit", permission: "programs:read", input: fitInput, answer: categoryFit }, await params);
}
