import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { checkImport } from "@/lib/server/imports/check";
import { downloadFailures } from "@/lib/server/imports/failures";
import { findImport } from "@/lib/server/imports/standing";
import { startImport } from "@/lib/server/imports/start";
import { erasedAt, eraseMerchant, finishErasing, readAgain } from "@/lib/server/keeping/erase";
import { letGo } from "@/lib/server/keeping/let-go";
import { rereadDue } from "@/lib/server/merchants/reread-due";

import { ask } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";
import { sendEvent } from "../harness/webhook";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

let admin: SignedIn;
let id: string;
beforeAll(async () => {
  admin = await signedIn("admin");
});
beforeEach(async () => {
  id = await emulator.merchant();
  await query("DELETE FROM rereads");
});

const by = () => ({ personId: admin.id, role: "admin" as const });
const read = () => ask("accounts.get", { cookie: admin.cookie, search: { account_id: id, expand: "extra-account-data.settlement-information" } });
const event = (eventId: string) => sendEvent({ metadata: { event_id: eventId, event_type: "x", live: false }, payload: { account_id: id } });
const tables = ["merchants", "merchant_changes", "bank_index", "rereads", "merchant_tags", "webhook_events", "drafts"];

/** The tables that still name the merchant. */
async function traces(): Promise<readonly string[]> {
  const found = await Promise.all(tables.map(async (table) => ((await wholeTable(table)).includes(id) ? [table] : [])));
  return found.flat();
}

async function leaveTraces(): Promise<void> {
  await read();
  await event(crypto.randomUUID());
  await query("INSERT INTO merchant_changes (environment, account_id, field) VALUES ('test', $1, 'state')", [id]);
  await query(
    "WITH t AS (INSERT INTO tags (environment, name, colour) VALUES ('test', $1, 'grey') RETURNING id) INSERT INTO merchant_tags SELECT 'test', $2, id FROM t",
    [crypto.randomUUID(), id],
  );
}

test("everything that the desk holds about a merchant goes, and the audit log says so without any of it", async () => {
  await leaveTraces();
  expect(await traces()).toEqual(["merchants", "merchant_changes", "bank_index", "rereads", "merchant_tags", "webhook_events"]);
  const before = await latestAudit();
  await eraseMerchant("test", id, by());
  expect(await traces()).toEqual([]);
  expect(await erasedAt("test", id)).toBeInstanceOf(Date);
  expect(await auditAfter(before)).toMatchObject([{ kind: "merchant-erased", person_id: admin.id, role: "admin", account_id: id, detail: null }]);
});

test("nothing brings it back but a wish: no answer, no event, no import, no late read", async () => {
  await leaveTraces();
  await eraseMerchant("test", id, by());
  expect((await read()).status).toBe(200);
  await query("INSERT INTO merchants (environment, account_id) VALUES ('test', $1) ON CONFLICT DO NOTHING", [id]);
  await query("INSERT INTO rereads (environment, account_id, due_at) VALUES ('test', $1, now())", [id]);
  expect((await event("afterwards")).status).toBe(200);
  await rereadDue();
  expect(await traces()).toEqual(["webhook_events"]);
  await letGo(new AbortController().signal);
  expect(await traces()).toEqual([]);

  const before = await latestAudit();
  await readAgain("test", id, by());
  await rereadDue();
  expect(await traces()).toContain("merchants");
  expect(await query("SELECT seen_at IS NOT NULL AS seen FROM merchants WHERE account_id = $1", [id])).toEqual([{ seen: true }]);
  expect(await auditAfter(before)).toMatchObject([{ kind: "merchant-read-again", account_id: id }]);
  await expect(readAgain("test", id, by())).rejects.toMatchObject({ problem: { status: 409, code: "NOT_ERASED" } });
});

test("known again is known whole or not at all", async () => {
  await eraseMerchant("test", id, by());
  await query("ALTER TABLE rereads ADD CONSTRAINT nothing_fits CHECK (account_id = '') NOT VALID");
  await expect(readAgain("test", id, by())).rejects.toThrow();
  await query("ALTER TABLE rereads DROP CONSTRAINT nothing_fits");
  await readAgain("test", id, by());
  expect(await traces()).toEqual(["merchants", "rereads"]);
});

test("an import says of its line that it was erased, and doesn't count it as read", async () => {
  await leaveTraces();
  await eraseMerchant("test", id, by());
  const other = await emulator.merchant();
  const list = `${id}\n${other}`;
  expect(await checkImport("test", list)).toMatchObject({ new: 1, known: 0, faults: { erased: 1 }, examples: [{ line: 1, fault: "erased", text: id }] });
  await expect(startImport("test", id, by())).rejects.toMatchObject({ problem: { status: 400 } });
  const { id: started } = await startImport("test", list, by());
  expect(await findImport("test", started)).toMatchObject({ total: 1, faulty: 1 });
  const failures = await (await downloadFailures("test", started)).text();
  expect(failures).toContain("1,,This merchant was erased from the desk. An admin has to have it read again.");
});

test("while a change has no clear outcome nothing is erased: its body is needed to settle it", async () => {
  await leaveTraces();
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, body, lease_until)
     VALUES ('test', 'accounts.update', gen_random_uuid(), gen_random_uuid(), $1, $2, '{}', 'unknown', '\\x00', '\\x01', now())`,
    [admin.id, id],
  );
  const before = [await traces(), await latestAudit()];
  await expect(eraseMerchant("test", id, by())).rejects.toMatchObject({ problem: { status: 409, code: "UNSETTLED" } });
  expect([await traces(), await latestAudit()]).toEqual(before);
  expect(await erasedAt("test", id)).toBeUndefined();
});

test("what a process that died left half done is finished by the next", async () => {
  await leaveTraces();
  await query("INSERT INTO erased_merchants (environment, account_id, person_id) VALUES ('test', $1, $2)", [id, admin.id]);
  // The webhooks are the first to go.
  await query("DELETE FROM webhook_events");
  expect(await traces()).not.toEqual([]);
  await finishErasing(new AbortController().signal);
  expect(await traces()).toEqual([]);
  expect(await query("SELECT 1 FROM erased_merchants WHERE account_id = $1 AND done_at IS NOT NULL", [id])).toHaveLength(1);
});

test("another merchant's traces stay, and so do this one's in the other environment", async () => {
  await leaveTraces();
  const erased = id;
  await query("INSERT INTO merchants (environment, account_id) VALUES ('live', $1)", [erased]);
  id = await emulator.merchant();
  await leaveTraces();
  const before = await traces();
  await eraseMerchant("test", erased, by());
  expect(await traces()).toEqual(before);
  expect(await query("SELECT environment FROM merchants WHERE account_id = $1", [erased])).toEqual([{ environment: "live" }]);
});

test("a thousand of its events go too, and nobody wishes it back before it is wholly erased", async () => {
  await query(
    `INSERT INTO webhook_events (environment, event_id, event_type, account_id, signing_key_id, raw)
     SELECT 'test', 'many ' || n, 'x', $1, 'k', '\\x00' FROM generate_series(1, 1200) n`,
    [id],
  );
  await query("INSERT INTO erased_merchants (environment, account_id, person_id) VALUES ('test', $1, $2)", [id, admin.id]);
  await expect(readAgain("test", id, by())).rejects.toMatchObject({ problem: { status: 409, code: "NOT_ERASED" } });
  await finishErasing(new AbortController().signal);
  expect(await traces()).toEqual([]);
  await readAgain("test", id, by());
});

test("the draft that became the merchant goes with it, and what people wrote about its operations; the operations stay", async () => {
  const attempt = crypto.randomUUID();
  await query("INSERT INTO drafts (id, environment, title, created_by, updated_by) VALUES ($1, 'test', 'Its name', $2, $2)", [attempt, admin.id]);
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until)
     VALUES ('test', 'accounts.onboard', $1, $1, $2, $3, '{}', 'confirmed', '\\x00', now())`,
    [attempt, admin.id, id],
  );
  await query(
    `INSERT INTO operation_decisions (id, operation_id, person_id, verdict, source, note)
     SELECT gen_random_uuid(), id, person_id, 'done', 'other', '\\x01' FROM operations WHERE attempt = $1`,
    [attempt],
  );
  await eraseMerchant("test", id, by());
  expect(await query("SELECT 1 FROM drafts WHERE id = $1", [attempt])).toEqual([]);
  const decisions = "SELECT d.verdict, d.note FROM operation_decisions d JOIN operations o ON o.id = d.operation_id WHERE o.attempt = $1";
  expect(await query(decisions, [attempt])).toEqual([{ verdict: "done", note: null }]);
});
