import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { sendEvent } from "../harness/webhook";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("operations")).cookie;
  // As PostgreSQL says it when a file can't grow.
  await query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`);
});
beforeEach(() => {
  klarna.received.length = 0;
  klarna.script = () => ({ body: '{"bank_account_id":"krn:b:1"}' });
});

const tables = ["operations", "webhook_events"];
const fill = (when: "INSERT" | "UPDATE") =>
  Promise.all(tables.map((table) => query(`CREATE TRIGGER no_room BEFORE ${when} ON ${table} FOR EACH ROW EXECUTE FUNCTION no_room()`)));
const makeRoom = () => Promise.all(tables.map((table) => query(`DROP TRIGGER IF EXISTS no_room ON ${table}`)));
afterEach(makeRoom);

const create = (attempt: string) => ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") });

test("with a full disk nothing is sent that can't be written down, no event is acknowledged that isn't stored, and people are told why", async () => {
  await fill("INSERT");
  const attempt = crypto.randomUUID();
  const answer = await create(attempt);
  expect([answer.status, problemOf(answer).code]).toEqual([503, "DISK_FULL"]);
  expect(problemOf(answer).message).toContain("no room left");
  expect((await sendEvent({ metadata: { event_id: "e-1" } })).status).toBe(503);
  expect(klarna.received).toEqual([]);

  await makeRoom();
  expect((await create(attempt)).status).toBe(200);
  expect((await sendEvent({ metadata: { event_id: "e-1" } })).status).toBe(200);
  expect(await query("SELECT duplicates FROM webhook_events WHERE event_id = 'e-1'")).toEqual([{ duplicates: 0 }]);
});

test("when the disk is full before Klarna's answer can be kept, the outcome is unknown, and is settled when there is room", async () => {
  await fill("UPDATE");
  const attempt = crypto.randomUUID();
  const answer = await create(attempt);
  expect([answer.status, problemOf(answer).code]).toEqual([503, "OUTCOME_UNKNOWN"]);
  expect(await operationsOf(attempt)).toMatchObject([{ state: "sent" }]);

  await makeRoom();
  await query("UPDATE operations SET lease_until = now() WHERE attempt = $1", [attempt]);
  await repeatUnknown();
  expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed" }]);
  expect(new Set(klarna.received.map(({ headers }) => headers["klarna-idempotency-key"])).size).toBe(1);
});
