import { expect } from "vitest";
import { GET as evidence } from "@/app/api/desk/operations/[id]/route";
import type { OperationEvidence } from "@/lib/desk/operation";
import { operations } from "@/lib/klarna/operations";
import { query } from "@/lib/server/db/client";

import { type Answered, answered, ask, browserRequest } from "./ask";
import { validCall } from "./calls";
import { calm } from "./calm";
import type { SignedIn } from "./people";
import { operationsOf } from "./rows";
import type { ScriptedKlarna } from "./scripted-klarna";

/** From now on Klarna answers reads with this, and changes with what nobody may ask for. */
export function sayToReads(klarna: ScriptedKlarna, status: number, body: unknown = { error_code: "RESOURCE_NOT_FOUND" }): void {
  klarna.script = ({ method }) => (method === "GET" ? { status, body: JSON.stringify(body) } : { status: 500 });
  klarna.received.length = 0;
}

/** A change of unknown outcome; by default from long enough ago that Klarna can't be working on it. Klarna then knows nothing of it. */
export async function unknownOutcome(
  klarna: ScriptedKlarna,
  by: SignedIn,
  name: string,
  { attempt = crypto.randomUUID() as string, sentAgo = "1 hour" } = {},
): Promise<OperationEvidence> {
  const operation = operations.get(name);
  if (!operation) throw new Error(`There is no ${name}.`);
  klarna.script = () => ({ status: 500 });
  calm();
  expect((await ask(name, { ...validCall(operation), attempt, cookie: by.cookie })).status).toBe(504);
  await query("UPDATE operations SET sent_at = now() - $2::interval, first_sent_at = now() - $2::interval WHERE attempt = $1", [attempt, sentAgo]);
  const [row] = await operationsOf(attempt);
  sayToReads(klarna, 404);
  return evidenceFor(by, row?.id ?? "");
}

/** What somebody is shown of an operation. */
export async function evidenceFor(who: SignedIn, id: string): Promise<OperationEvidence> {
  const answer = await answered(await evidence(browserRequest("/", "GET", { cookie: who.cookie }), at(id)));
  return answer.body as OperationEvidence;
}

/** A route that does something with one operation. */
export type OperationRoute = (request: Request, context: { readonly params: Promise<{ id: string }> }) => Promise<Response>;

/** What comes of a choice that somebody makes on what they have seen. */
export async function choose(who: SignedIn, route: OperationRoute, { id, fence }: OperationEvidence, body: object = {}): Promise<Answered> {
  return answered(await route(browserRequest("/", "POST", { cookie: who.cookie, body: { fence, ...body } }), at(id)));
}

const at = (id: string) => ({ params: Promise.resolve({ id }) });
