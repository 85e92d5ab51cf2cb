import { serveDesk } from "@/lib/server/desk";
import { evidenceOf } from "@/lib/server/operations/evidence";
import { operationAddress } from "@/lib/server/operations/input";
import { lookNow } from "@/lib/server/operations/look";

/** Reads from Klarna what the operation meant to change, and settles it if that proves something; answers what is known after. */
export async function POST(request: Request, { params }: RouteContext<"/api/desk/operations/[id]/look">) {
  return serveDesk(
    request,
    {
      name: "operations.look",
      permission: "operations:settle",
      input: operationAddress,
      answer: async ({ id }, session) => {
        await lookNow(id);
        return evidenceOf(session, id);
      },
    },
    await params,
  );
}
