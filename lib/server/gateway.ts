import "server-only";
import { Readable } from "node:stream";

import { type Environment, isEnvironment } from "@/lib/klarna/environment";
import { isChange, type Operation } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { can } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";
import { present } from "@/lib/klarna/sensitive";

import { answerJson } from "./answer-json";
import { refusal, refuseOtherSites } from "./door";
import { klarnaSettings } from "./klarna/settings";
import { change } from "./operations/change";
import { read } from "./operations/read";
import { requirePermissions, requireProofFor } from "./permit";
import { type GivenCall, readCall } from "./read-call";
import { requireSession, type Session } from "./session";

/** Every operation that the browser asks of Klarna takes these steps, in this order. What the desk's own doors and jobs change goes through the same `change`. */
export async function serve(request: Request, environment: string, name: string): Promise<Response> {
  try {
    const operation = findOperation(environment, name, request.method);
    refuseOtherSites(request);
    const session = await requireSession(request);
    await requirePermissions(session, operation, environment as Environment);
    const call = await readCall(request, operation);
    await requirePermissions(session, operation, environment as Environment, call);
    requireProofFor(session, operation, call);
    return await run(session, environment as Environment, operation, call);
  } catch (error) {
    // Only names of ours: what was asked for could be anything.
    return refusal(error, { operation: operations.get(name)?.name ?? "none", ...(isEnvironment(environment) && { environment }) });
  }
}

function findOperation(environment: string, name: string, method: string): Operation {
  const operation = operations.get(name);
  if (!isEnvironment(environment) || !operation || operation.method !== method)
    throw new ProblemError({ status: 404, code: "NO_SUCH_OPERATION", message: "There is no such operation." });
  klarnaSettings(environment);
  return operation;
}

async function run(session: Session, environment: Environment, operation: Operation, call: GivenCall): Promise<Response> {
  const answer = isChange(operation)
    ? await change(session, { environment, operation, ...call }, "interactive")
    : await read({ environment, operation, ...call }, "interactive");
  if (answer.stream) return new Response(Readable.toWeb(answer.stream) as ReadableStream, { headers: { ...fresh, "content-type": "text/csv; charset=utf-8" } });
  if (answer.output === undefined) return new Response(null, { status: 204, headers: fresh });
  return answerJson(present(operation.output, answer.output, (name) => can(session.role, `${name as "people" | "bank"}:read`)));
}

const fresh = { "cache-control": "no-store" };
