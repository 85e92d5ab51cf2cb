import { serveDesk } from "@/lib/server/desk";
import { decide } from "@/lib/server/operations/decide";
import { evidenceOf } from "@/lib/server/operations/evidence";
import { operationDecision } from "@/lib/server/operations/input";

/** Settles an operation by a person's word; answers what is known after. */
export async function POST(request: Request, { params }: RouteContext<"/api/desk/operations/[id]/settle">) {
  return serveDesk(
    request,
    {
      name: "operations.settle",
      permission: "operations:settle",
      input: operationDecision,
      answer: async ({ id, ...decision }, session) => {
        await decide(session, id, decision);
        return evidenceOf(session, id);
      },
    },
    await params,
  );
}
