import { serveDesk } from "@/lib/server/desk";
import { evidenceOf } from "@/lib/server/operations/evidence";
import { operationAddress } from "@/lib/server/operations/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/operations/[id]">) {
  return serveDesk(
    request,
    { name: "operations.get", permission: "merchants:read", input: operationAddress, answer: ({ id }, session) => evidenceOf(session, id) },
    await params,
  );
}
