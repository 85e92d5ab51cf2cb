import "server-only";
import type { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { can, type Permission, wantsProof } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { appendAudit } from "./audit";
import { readJson } from "./body";
import { refusal, refuseOtherSites } from "./door";
import { parseInput } from "./parse-input";
import { requirePermission, requireProof, requireSession, type Session } from "./session";

const usualBytes = 1_000_000;

interface DeskRoute<Input> {
  /** What the route is called in the audit log when somebody is refused. */
  readonly name: string;
  readonly permission?: Permission;
  /** Whether it wants a fresh proof of who is there; by default the permission says so. */
  readonly proof?: boolean;
  /** Whether it is open to somebody who must set up a second factor first. */
  readonly settingUp?: boolean;
  /** How long a body may be, where that is more than usual. */
  readonly mostBytes?: number;
  /** Whether a change's body is something else than JSON, which `answer` takes as it comes: then its query is what is carried. */
  readonly streams?: boolean;
  /** What the request carries: its JSON body for a change, its query for a read. */
  readonly input: z.ZodType<Input>;
  readonly answer: (input: Input, session: Session) => Promise<unknown>;
}

/** The way into the desk's own data: the same steps as the gateway's, without Klarna. Answers JSON, 204 for undefined, or the `Response` it was given. */
export async function serveDesk<Input>(
  request: Request,
  { name, permission, proof = wantsProof(permission, request.method), settingUp, mostBytes = usualBytes, streams = false, input, answer }: DeskRoute<Input>,
  params: Readonly<Record<string, string>> = {},
): Promise<Response> {
  try {
    refuseOtherSites(request);
    const session = await requireSession(request, settingUp);
    if (permission && !can(session.role, permission)) await noteRefusal(name, permission, session, params);
    if (permission) requirePermission(session, permission);
    const given = parseInput(input, { ...(streams ? queryOf(request) : await givenBy(request, mostBytes)), ...params });
    if (proof) requireProof(session);
    const output = await answer(given, session);
    if (output instanceof Response) return output;
    return output === undefined ? new Response(null, { status: 204, headers: fresh }) : Response.json(output, { headers: fresh });
  } catch (error) {
    return refusal(error, { operation: name });
  }
}

/** With the merchant that the door's address names; what isn't one of Klarna's identifiers could be anything, and isn't written down. */
function noteRefusal(operation: string, permission: Permission, by: Session, { account_id: accountId }: Readonly<Record<string, string>>): Promise<void> {
  const merchant = accountId !== undefined && checkPathParam("account_id", accountId) === undefined;
  const environment = merchant ? environments.find((name) => accountId.includes(`:${name}:`)) : undefined;
  return appendAudit({ kind: "refused", by, operation, ...(environment && { environment, accountId }), detail: { permission } });
}

const fresh = { "cache-control": "no-store" };

async function givenBy(request: Request, mostBytes: number): Promise<Readonly<Record<string, unknown>>> {
  if (request.method === "GET" || request.method === "DELETE") return queryOf(request);
  const value = await readJson(request, mostBytes);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ProblemError({ status: 400, code: "INVALID_JSON", message: "The body isn't a JSON object." });
}

function queryOf(request: Request): Readonly<Record<string, unknown>> {
  return Object.fromEntries(new URL(request.url).searchParams);
}
