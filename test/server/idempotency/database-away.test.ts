import { beforeAll, beforeEach, expect, test } from "vitest";

import { credentials } from "@/lib/klarna/operations/credentials";
import { closeDatabase, query } from "@/lib/server/db/client";
import { isDatabaseDown } from "@/lib/server/door";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor, validCall } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { knowOwnKeys } from "../harness/own-key";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { type SeverableDatabase, severableDatabase } from "../harness/severable-database";
import { sendEvent } from "../harness/webhook";

let klarna: ScriptedKlarna;
let database: SeverableDatabase;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  database = await severableDatabase(process.env.DATABASE_URL ?? "");
  process.env.DATABASE_URL = database.url;
  cookie = (await signedIn("operations")).cookie;
  return async () => {
    await closeDatabase();
    await database.stop();
  };
});
beforeEach(() => {
  klarna.received.length = 0;
});

const create = (attempt: string) => ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") });

test("without its database the desk refuses a change before anything is sent", async () => {
  database.cut();
  const answer = await create(crypto.randomUUID());
  expect([answer.status, problemOf(answer).code]).toEqual([503, "DATABASE_DOWN"]);
  expect((await ask("accounts.get", { cookie, search: idsFor("accounts.get") })).status).toBe(503);
  expect((await sendEvent({ metadata: { event_id: "e-1" } })).status).toBe(503);
  expect(klarna.received).toEqual([]);
  await database.mend();
  // What wasn't stored is sent again by Klarna, and stored then.
  expect((await sendEvent({ metadata: { event_id: "e-1" } })).status).toBe(200);
  expect(await query("SELECT duplicates FROM webhook_events WHERE event_id = 'e-1'")).toEqual([{ duplicates: 0 }]);
});

test("when the database goes while Klarna answers, the outcome is unknown, and is settled when it is back", async () => {
  const attempt = crypto.randomUUID();
  klarna.script = () => {
    database.cut();
    return { body: '{"bank_account_id":"krn:b:1"}' };
  };
  const answer = await create(attempt);
  expect([answer.status, problemOf(answer).code]).toEqual([503, "OUTCOME_UNKNOWN"]);
  expect(problemOf(answer).message).toContain("settled within minutes");
  await database.mend();
  klarna.script = () => ({ body: '{"bank_account_id":"krn:b:1"}' });
  expect(await operationsOf(attempt)).toMatchObject([{ state: "sent" }]);
  await query("UPDATE operations SET lease_until = now() WHERE attempt = $1", [attempt]);
  await repeatUnknown();
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", tries: 2 }]);
  const keys = klarna.received.map(({ headers }) => headers["klarna-idempotency-key"]);
  expect(keys.length).toBe(2);
  expect(new Set(keys).size).toBe(1);
});

test("when the database goes before it says that a change is recorded, nobody is told that it wasn't done: the desk sends it later", async () => {
  const attempt = crypto.randomUUID();
  klarna.script = () => ({ body: '{"bank_account_id":"krn:b:1"}' });
  const leaseOver = () => query("UPDATE operations SET lease_until = now() WHERE attempt = $1", [attempt]);
  database.loseAnswerTo(attempt);
  const answer = await create(attempt);
  expect([answer.status, problemOf(answer).code]).toEqual([503, "PERHAPS_RECORDED"]);
  expect([klarna.received, await operationsOf(attempt)]).toMatchObject([[], [{ state: "sent" }]]);
  // A job asks again under the same name: it isn't told of something unknown, but that the database is away.
  await leaseOver();
  database.loseAnswerTo(attempt);
  await expect(repeatUnknown()).rejects.toSatisfy(isDatabaseDown);
  await leaseOver();
  await repeatUnknown();
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", tries: 3 }]);
});

test("what can neither be repeated nor looked at is promised to nobody", async () => {
  const admin = await signedIn("admin");
  await knowOwnKeys();
  klarna.script = () => {
    database.cut();
    return { body: '{"credential_id":"c","password":"made up"}' };
  };
  const { search, body } = validCall(credentials.create);
  const answer = await ask("credentials.create", { cookie: admin.cookie, attempt: crypto.randomUUID(), search, body });
  expect(problemOf(answer)).toMatchObject({ code: "OUTCOME_UNKNOWN", message: expect.stringContaining("someone has to look at Klarna's side") });
  await database.mend();
});
