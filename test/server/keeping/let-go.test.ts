import { mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { whatIsKept } from "@/lib/server/keeping/kept";
import { letGo } from "@/lib/server/keeping/let-go";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

const log = path.join(mkdtempSync(path.join(os.tmpdir(), "logs-")), "desk.log");
const days = { DESK_KEEP_WEBHOOKS_DAYS: "30", DESK_KEEP_OPERATIONS_DAYS: "100", DESK_KEEP_DRAFTS_DAYS: "60", DESK_KEEP_SESSIONS_DAYS: "10" };
withDesk(noKlarna, { ...days, DESK_KEEP_LOGS_DAYS: "12", DESK_LOG_FILE: log });

let person: string;
beforeAll(async () => {
  person = (await signedIn("operations")).id;
});

const never = new AbortController().signal;
const ids = async (table: string, column: string) => (await query<{ id: string }>(`SELECT ${column}::text AS id FROM ${table}`)).map(({ id }) => id).sort();

const addWebhook = (id: string, days: number, processed: boolean) =>
  query(
    `INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw, received_at, processed_at)
     VALUES ('test', $1, 'x', 'k', '\\x00', now() - make_interval(days => $2::int), CASE WHEN $3 THEN now() END)`,
    [id, days, processed],
  );

async function addOperation(state: string, days: number): Promise<string> {
  const attempt = crypto.randomUUID();
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, body, lease_until, first_sent_at, settled_at)
     VALUES ('test', 'accounts.onboard', $1, $1, $2, '{}', $3, '\\x00', CASE WHEN $3 IN ('sent', 'unknown') THEN '\\x01'::bytea END, now(), now() - make_interval(days => $4::int),
             CASE WHEN $3 IN ('confirmed', 'rejected') THEN now() - make_interval(days => $4::int) END)`,
    [attempt, person, state, days],
  );
  return attempt;
}

async function addDraft(id: string, days: number, content = true): Promise<string> {
  await query(
    `INSERT INTO drafts (id, environment, title, content, created_by, updated_by, updated_at)
     VALUES ($1, 'test', '', CASE WHEN $2 THEN '\\x01'::bytea END, $3, $3, now() - make_interval(days => $4::int))`,
    [id, content, person, days],
  );
  return id;
}

test("what was kept for longer than its setting goes, and nothing that is younger", async () => {
  await addWebhook("old", 31, true);
  await addWebhook("young", 29, true);
  const draft = await addDraft(crypto.randomUUID(), 59);
  await addDraft(crypto.randomUUID(), 61);
  const [, young] = [await addOperation("confirmed", 101), await addOperation("confirmed", 99)];
  await query("INSERT INTO sessions (person_id, expires_at) VALUES ($1, now() - interval '11 days'), ($1, now() - interval '9 days')", [person]);
  await query(
    `INSERT INTO one_time_links (token_hash, person_id, expires_at, used_at)
     VALUES ('\\x01', $1, now() - interval '11 days', NULL), ('\\x02', $1, now() - interval '9 days', NULL), ('\\x03', $1, now() + interval '1 day', now() - interval '11 days')`,
    [person],
  );
  await query(
    "INSERT INTO throttles (bucket, failures, window_ends) VALUES ('\\x01', 5, now() - interval '25 hours'), ('\\x02', 5, now() - interval '23 hours')",
  );
  await query(
    `WITH lists AS (
       INSERT INTO imports (environment, known, created_at, finished_at, cancelled_at)
       VALUES ('test', 1, now() - interval '200 days', now() - interval '101 days', NULL), ('test', 2, now() - interval '200 days', NULL, now() - interval '101 days'),
         ('test', 3, now() - interval '200 days', now() - interval '99 days', NULL), ('test', 4, now() - interval '200 days', NULL, NULL) RETURNING id)
     INSERT INTO import_rows (import_id, line, account_id, state) SELECT id, 1, 'krn:a', 'read' FROM lists`,
  );
  expect(await letGo(never)).toMatchObject({ webhooks: 1, operations: 1, drafts: 1, imports: 2, sessions: 1, links: 2, tries: 1 });
  expect(await ids("imports", "known")).toEqual(["3", "4"]);
  expect(await query("SELECT 1 FROM import_rows")).toHaveLength(2);
  expect(await ids("webhook_events", "event_id")).toEqual(["young"]);
  expect(await ids("drafts", "id")).toEqual([draft]);
  expect(await ids("operations", "attempt")).toEqual([young]);
  expect(await letGo(never)).toMatchObject({ webhooks: 0, operations: 0, drafts: 0, sessions: 0 });
});

test("what is unsettled or still needed stays, however old it is", async () => {
  await query("DELETE FROM operations");
  await query("DELETE FROM drafts");
  await addWebhook("unprocessed", 500, false);
  const unsettled = [await addOperation("unknown", 500), await addOperation("sent", 500)];
  const refused = await addOperation("rejected", 500);
  const drafts = [await addDraft(unsettled[0] ?? "", 500), await addDraft(refused, 1)].sort();
  // Also where it bears a date by mistake.
  await query("UPDATE operations SET settled_at = now() - interval '500 days' WHERE state IN ('sent', 'unknown')");
  await letGo(never);
  expect(await ids("webhook_events", "event_id")).toContain("unprocessed");
  expect(await ids("operations", "attempt")).toEqual([...unsettled, refused].sort());
  expect(await query("SELECT 1 FROM operations WHERE state IN ('sent', 'unknown') AND body IS NULL")).toEqual([]);
  expect(await ids("drafts", "id")).toEqual(drafts);
});

test("more than a batch goes in one run; a run that is told to end has lost nothing and is gone on with", async () => {
  await query("DELETE FROM webhook_events");
  await query(
    `INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw, received_at, processed_at)
     SELECT 'live', n::text, 'x', 'k', '\\x00', now() - interval '40 days', now() FROM generate_series(1, 1200) n`,
  );
  const before = await query("SELECT 1 FROM keeping_runs");
  await letGo(AbortSignal.abort());
  expect(await query("SELECT 1 FROM keeping_runs")).toHaveLength(before.length);
  expect(await letGo(never)).toMatchObject({ webhooks: 1_200 });
});

test("what is kept is told: for how long, how much there is, the oldest, and what went last", async () => {
  await addWebhook("told", 5, true);
  const { kept, last_run_at } = await whatIsKept();
  expect(last_run_at).toMatch(/^2\d{3}-/);
  expect(kept.find(({ thing }) => thing === "webhooks")).toEqual({
    thing: "webhooks",
    days: 30,
    count: 1,
    oldest: expect.stringMatching(/^2/),
    removed: 1_200,
  });
  expect(kept.map(({ thing, days }) => [thing, days])).toEqual([
    ["webhooks", 30],
    ["operations", 100],
    ["drafts", 60],
    ["edits", 60],
    ["runs", 100],
    ["imports", 100],
    ["sessions", 10],
    ["links", 10],
    ["attention", 90],
    ["paces", 1],
    ["tries", 1],
    ["logs", 12],
  ]);
});

test("the files of the log are told where whoever starts the desk keeps them, and nothing where its output goes elsewhere", async () => {
  for (const name of [log, `${log}.2026-01-02`, log.replace("desk.log", "emulator.log")]) writeFileSync(name, "");
  utimesSync(`${log}.2026-01-02`, 1_767_398_400, 1_767_398_400);
  const told = async () => (await whatIsKept()).kept.filter(({ thing }) => thing === "logs");
  expect(await told()).toEqual([{ thing: "logs", days: 12, count: 2, oldest: "2026-01-03T00:00:00.000Z", removed: null }]);
  delete (env() as { DESK_LOG_FILE?: string }).DESK_LOG_FILE;
  expect(await told()).toEqual([]);
});

test("the audit log is none of it", async () => {
  const before = await query("SELECT id FROM audit_entries");
  await letGo(never);
  expect(await query("SELECT id FROM audit_entries")).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
});
