import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedAnswer, type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("operations")).cookie;
});
beforeEach(() => {
  klarna.received.length = 0;
});

const fault: ScriptedAnswer = { status: 500, body: '{"error_code":"INTERNAL_ERROR"}' };
const refusal = (status: number): ScriptedAnswer => ({ status, body: '{"error_code":"REFUSED"}', headers: { "x-ratelimit-reset": "0.001" } });
const yes: ScriptedAnswer = { body: '{"bank_account_id":"krn:b:1"}' };

/** Says these one after the other, and the last one from then on. */
function say(...answers: readonly ScriptedAnswer[]): void {
  let next = 0;
  klarna.script = () => answers[Math.min(next++, answers.length - 1)];
}

const create = (attempt: string) => ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") });
const stateOf = async (attempt: string) => (await operationsOf(attempt))[0]?.state;

async function repeatNow(attempt: string): Promise<void> {
  await query("UPDATE operations SET next_try_at = now() WHERE attempt = $1", [attempt]);
  await repeatUnknown();
}

// A limit, a wrong key or a block say nothing of what was sent before; a conflict may be with the very thing that it made.
test.each([401, 403, 409, 429])("a %i doesn't undo what may have been done before: the outcome stays unknown", async (status) => {
  const attempt = crypto.randomUUID();
  say(fault);
  await create(attempt);
  say(refusal(status));
  await repeatNow(attempt);
  expect(await stateOf(attempt)).toBe("unknown");
  const again = await create(attempt);
  expect([again.status, problemOf(again).code]).toEqual([504, "OUTCOME_UNKNOWN"]);
  say(yes);
  await repeatNow(attempt);
  expect(await stateOf(attempt)).toBe("confirmed");
});

test.each([401, 403, 409, 429])("nor does it within one call: after a fault, a %i leaves the outcome unknown", async (status) => {
  const attempt = crypto.randomUUID();
  say(fault, refusal(status));
  expect((await create(attempt)).status).toBe(504);
  expect(await stateOf(attempt)).toBe("unknown");
});

test.each([401, 403, 409, 429])("a %i to what was never sent before is a refusal, and can be tried again", async (status) => {
  const attempt = crypto.randomUUID();
  say(refusal(status));
  await create(attempt);
  expect(await stateOf(attempt)).toBe("rejected");
  say(yes);
  expect((await create(attempt)).status).toBe(200);
});

test.each([400, 404])("a %i says that the request is wrong: it wasn't done, and can be corrected", async (status) => {
  const attempt = crypto.randomUUID();
  say(fault);
  await create(attempt);
  say(refusal(status));
  await repeatNow(attempt);
  expect(await stateOf(attempt)).toBe("rejected");
});

test.each(['{"error_code":"NOT_FOUND"}', "<h1>Not here</h1>"])(
  "a 404 that says nothing of the thing (%s) doesn't undo what may have been done before",
  async (body) => {
    const [made, removed] = [crypto.randomUUID(), crypto.randomUUID()];
    const remove = () => ask("bankAccounts.delete", { cookie, attempt: removed, search: idsFor("bankAccounts.delete") });
    say(fault);
    await create(made);
    await remove();
    say({ status: 404, body });
    await repeatNow(made);
    await remove();
    expect([await stateOf(made), await stateOf(removed)]).toEqual(["unknown", "unknown"]);
  },
);

test("a removal of unknown outcome that finds nothing when it is repeated was done", async () => {
  const attempt = crypto.randomUUID();
  const remove = () => ask("bankAccounts.delete", { cookie, attempt, search: idsFor("bankAccounts.delete") });
  say(fault);
  expect((await remove()).status).toBe(504);
  expect(klarna.received.length).toBe(1);
  say(refusal(404));
  expect((await remove()).status).toBe(204);
  expect(await stateOf(attempt)).toBe("confirmed");
});

test("a first removal that finds nothing is refused", async () => {
  const attempt = crypto.randomUUID();
  say(refusal(404));
  expect((await ask("bankAccounts.delete", { cookie, attempt, search: idsFor("bankAccounts.delete") })).status).toBe(404);
  expect(await stateOf(attempt)).toBe("rejected");
});

test("a redirect is not followed, and leaves the outcome unknown", async () => {
  const attempt = crypto.randomUUID();
  say({ status: 307, body: "", headers: { location: "/elsewhere" } });
  expect((await create(attempt)).status).toBe(504);
  expect(new Set(klarna.received.map(({ path }) => path)).size).toBe(1);
  expect(await stateOf(attempt)).toBe("unknown");
});

test("every try carries the key of the change, and the environment's own credentials", async () => {
  const attempt = crypto.randomUUID();
  say(fault);
  await create(attempt);
  const [row] = await operationsOf(attempt);
  expect(klarna.received.length).toBe(3);
  for (const { headers } of klarna.received) {
    expect(headers["klarna-idempotency-key"]).toBe(row?.idempotency_key);
    expect(headers.authorization).toBe("Basic klarna_test_api_emulator");
  }
  expect(new Set(klarna.received.map(({ body }) => body)).size).toBe(1);
});
