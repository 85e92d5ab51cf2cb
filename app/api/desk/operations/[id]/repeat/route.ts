import { ProblemError } from "@/lib/klarna/problem";
import { serveDesk } from "@/lib/server/desk";
import { evidenceOf } from "@/lib/server/operations/evidence";
import { operationSeen } from "@/lib/server/operations/input";
import { repeatAs } from "@/lib/server/operations/repeat-unknown";
import type { Session } from "@/lib/server/session";

/** Asks Klarna again now, with the same key and the same body; answers what is known after. */
export async function POST(request: Request, { params }: RouteContext<"/api/desk/operations/[id]/repeat">) {
  return serveDesk(request, { name: "operations.repeat", permission: "operations:settle", input: operationSeen, answer: askAgain }, await params);
}

async function askAgain({ id, fence }: { id: string; fence: number }, session: Session) {
  if (await repeatAs(session, id, fence)) return evidenceOf(session, id);
  const message = "It can't be sent again as it was: it was tried or settled meanwhile, or Klarna may have forgotten its key. Look at what is known now.";
  throw new ProblemError({ status: 409, code: "NOT_REPEATABLE", message });
}
