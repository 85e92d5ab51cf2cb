import { beforeAll, beforeEach, expect, test } from "vitest";

import { operations } from "@/lib/klarna/operations";
import { query } from "@/lib/server/db/client";
import { change } from "@/lib/server/operations/change";
import { repeatNow, repeatUnknown } from "@/lib/server/operations/repeat-unknown";
import { disablePerson } from "@/lib/server/people";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let person: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  admin = await signedIn("admin");
});
beforeEach(async () => {
  calm();
  person = await signedIn("operations");
  klarna.script = () => ({ status: 500 });
});

/** A change whose outcome nobody knows, and which is due. From now on Klarna says yes. */
async function unknown(name = "bankAccounts.create", body: object | undefined = bankAccountBody(0), by: SignedIn = person): Promise<string> {
  const attempt = crypto.randomUUID();
  klarna.script = () => ({ status: 500 });
  expect((await ask(name, { cookie: by.cookie, attempt, body, search: idsFor(name) })).status).toBe(504);
  await query("UPDATE operations SET next_try_at = now() WHERE attempt = $1 AND next_try_at IS NOT NULL", [attempt]);
  klarna.script = () => ({ body: '{"bank_account_id":"krn:b:1","credential_id":"c"}' });
  klarna.received.length = 0;
  return attempt;
}

async function expectLeftAlone(attempt: string): Promise<void> {
  await repeatUnknown();
  expect(klarna.received).toEqual([]);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown", next_try_at: null }]);
}

test("what is due is repeated, in the name of the person who asked for it", async () => {
  const attempt = await unknown();
  await repeatUnknown();
  expect(klarna.received.length).toBe(1);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", person_id: person.id }]);
});

test("what can't be recorded as the same change is tried by nobody again and again: it waits for a person", async () => {
  const attempt = await unknown();
  // As after a restore with another data key: nothing says any more that it is the same request.
  await query("UPDATE operations SET request_hash = 'another' WHERE attempt = $1", [attempt]);
  await expectLeftAlone(attempt);
});

test("a person who may no longer do it doesn't do it through the desk", async () => {
  const attempt = await unknown();
  await query("UPDATE people SET role = 'finance' WHERE id = $1", [person.id]);
  await expectLeftAlone(attempt);
});

test("a person who was disabled does nothing any more", async () => {
  const attempt = await unknown();
  await disablePerson(person.email);
  await repeatNow("test", attempt);
  await expectLeftAlone(attempt);
});

test("an answer that holds a secret is only for the person who waits for it", async () => {
  const attempt = await unknown("credentials.create", { type: "API", environment: "TEST" }, admin);
  await repeatNow("test", attempt);
  await expectLeftAlone(attempt);
});

test("a removal, which has no key, is repeated by nobody but a person", async () => {
  const attempt = await unknown("bankAccounts.delete", undefined);
  await repeatNow("test", attempt);
  await expectLeftAlone(attempt);
});

test("after 23 hours, when Klarna may have forgotten the key, nothing is sent: not by the desk, not by a person", async () => {
  const attempt = await unknown();
  await query("UPDATE operations SET first_sent_at = now() - interval '23 hours 1 minute' WHERE attempt = $1", [attempt]);
  await repeatNow("test", attempt);
  await expectLeftAlone(attempt);
  const answer = await ask("bankAccounts.create", { cookie: person.cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") });
  expect([answer.status, problemOf(answer).code]).toEqual([409, "OUTCOME_UNKNOWN"]);
  expect(problemOf(answer).message).toContain("too old");
  expect(klarna.received).toEqual([]);

  await query("UPDATE operations SET first_sent_at = now() - interval '22 hours 59 minutes' WHERE attempt = $1", [attempt]);
  await repeatNow("test", attempt);
  expect(klarna.received.length).toBe(1);
});

test("what was sent again since it was found to be due isn't sent a second time for that", async () => {
  const attempt = await unknown();
  const [row] = await operationsOf(attempt);
  const operation = operations.get("bankAccounts.create");
  if (!operation || !row) throw new Error("There is no such operation.");
  const sentAt = (seenAt: number) => {
    const value = bankAccountBody(0);
    const given = { environment: "test", operation, params: idsFor(operation.name), attempt, body: JSON.stringify(value), value, seenAt } as const;
    return change({ personId: person.id, role: "operations" }, given, "background");
  };
  await expect(sentAt(row.fence - 1)).rejects.toMatchObject({ problem: { status: 409 } });
  expect(klarna.received).toEqual([]);
  await sentAt(row.fence);
  expect(klarna.received.length).toBe(1);
});

test("what was left by a process that died is taken up when its lease is over, and not before", async () => {
  const attempt = await unknown();
  await query("UPDATE operations SET state = 'sent', lease_until = now() + interval '1 minute', next_try_at = NULL WHERE attempt = $1", [attempt]);
  await repeatUnknown();
  expect(klarna.received).toEqual([]);
  await query("UPDATE operations SET lease_until = now() - interval '1 second' WHERE attempt = $1", [attempt]);
  await repeatUnknown();
  expect(klarna.received.length).toBe(1);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed" }]);
});

test("what a living process is sending stays its own, also when its person was disabled meanwhile", async () => {
  const attempt = await unknown();
  await query("UPDATE operations SET state = 'sent', lease_until = now() + interval '1 minute', next_try_at = NULL WHERE attempt = $1", [attempt]);
  await disablePerson(person.email);
  await repeatUnknown();
  expect(await operationsOf(attempt)).toMatchObject([{ state: "sent" }]);
});

test("what was left by a process that died, and can't be sent again, is shown as unknown", async () => {
  const old = await unknown();
  const disabled = await unknown();
  const secret = await unknown("credentials.create", { type: "API", environment: "TEST" }, admin);
  await query("UPDATE operations SET state = 'sent', lease_until = now() - interval '1 second', next_try_at = NULL WHERE attempt = ANY($1)", [
    [old, disabled, secret],
  ]);
  await query("UPDATE operations SET first_sent_at = now() - interval '2 days' WHERE attempt = $1", [old]);
  const gone = await signedIn("operations");
  await query("UPDATE operations SET person_id = $2 WHERE attempt = $1", [disabled, gone.id]);
  await disablePerson(gone.email);
  for (const attempt of [old, disabled, secret]) await expectLeftAlone(attempt);
});

test("one change that can't be read any more doesn't hold up the others", async () => {
  const broken = await unknown();
  const whole = await unknown();
  await query("UPDATE operations SET body = '\\x00', next_try_at = now() - interval '1 minute' WHERE attempt = $1", [broken]);
  await repeatUnknown();
  expect(await operationsOf(whole)).toMatchObject([{ state: "confirmed" }]);
  expect(await operationsOf(broken)).toMatchObject([{ state: "unknown", next_try_at: null }]);
});
