import { statSync } from "node:fs";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { dump } from "../../../scripts/backup/dump.mjs";
import { loadBackup } from "../../../scripts/backup/load.mjs";
import { withClient } from "../../../scripts/backup/with-client.mjs";
import { writeBackup } from "../../../scripts/backup/write.mjs";
import { migrate, migrationHashes } from "../../../scripts/migrate.mjs";
import { freshDatabase } from "../setup/fresh-database";
import { ask, backupFolder, contentOf, emptyDatabase, fill, headOf, withDeskAt } from "./full-desk";

const { newFile, remove } = backupFolder();
let source: string;
let file: string;
beforeAll(async () => {
  source = await freshDatabase();
  await fill(source);
  file = newFile();
  await writeBackup(source, file);
});
afterAll(remove);

test("everything comes back as it was, whatever is in it, and goes on from there", async () => {
  const target = await emptyDatabase();
  await loadBackup(file, target);
  expect(await contentOf(target)).toEqual(await contentOf(source));
  const next = await ask<{ id: string }>(target, "INSERT INTO audit_entries (kind) VALUES ('signed-out') RETURNING id");
  expect(Number(next[0]?.id)).toBeGreaterThan(700);
  await withDeskAt(target, async ({ walkChain, sealAudit }) => {
    await sealAudit();
    expect(await walkChain()).toMatchObject({ broken: undefined });
  });
  expect(await ask(target, "SELECT max(link)::int AS links FROM audit_entries")).toEqual([{ links: 701 }]);
  // The triggers that were off while it was put back are on.
  await expect(ask(target, "DELETE FROM audit_entries")).rejects.toThrow("append-only");
});

test("what waits in queues is in it, and what is over isn't", async () => {
  const url = await freshDatabase();
  await ask(url, "SELECT pgboss.create_queue('import', '{\"policy\":\"standard\"}')");
  await ask(
    url,
    "INSERT INTO pgboss.job (name, data, state) VALUES ('import', '{\"data\":{\"list\":\"1\"}}', 'created'), ('import', '{}', 'completed'), ('import', '{}', 'cancelled')",
  );
  const backup = newFile();
  await writeBackup(url, backup);
  const target = await emptyDatabase();
  await loadBackup(backup, target);
  expect(await ask(target, "SELECT name, state::text, data FROM pgboss.job ORDER BY job.state")).toEqual([
    { name: "import", state: "created", data: { data: { list: "1" } } },
    { name: "import", state: "cancelled", data: {} },
  ]);
});

test("it is one moment of a desk that goes on writing", async () => {
  const url = await freshDatabase();
  const addPair = () =>
    ask(
      url,
      `WITH one AS (INSERT INTO people (email, name, role) VALUES (gen_random_uuid()::text, '', 'admin') RETURNING id)
       INSERT INTO audit_entries (kind, person_id) SELECT 'person-added', id FROM one`,
    );
  await addPair();
  const lines: string[] = [];
  await withClient(url, async (client: Client) => {
    // Something is written after each piece that was read.
    for await (const piece of dump(client, {})) {
      lines.push(...piece.toString("utf8").split("\n"));
      await addPair();
    }
  });
  const rowsOf = (table: string) =>
    JSON.parse(lines.slice(lines.findIndex((line) => line.startsWith(`{"table":"${table}"`))).find((line) => line.startsWith('{"rows"')) ?? "{}").rows;
  expect([rowsOf("people"), rowsOf("audit_entries")]).toEqual([1, 1]);
  expect((await ask(url, "SELECT id FROM people")).length).toBeGreaterThan(10);
});

test("a file is there only when it is whole, its owner alone may read it, and none is overwritten", async () => {
  expect(statSync(file).mode & 0o077).toBe(0);
  await expect(writeBackup(source, file)).rejects.toThrow("already");
  const failed = newFile();
  await expect(writeBackup("postgres://nobody@127.0.0.1:1/none", failed)).rejects.toThrow();
  expect(() => statSync(failed)).toThrow();
});

test("a backup of an older desk is put back as it was, and brought up to date", async () => {
  const url = await emptyDatabase();
  await migrate(url, { only: 3 });
  await ask(url, "INSERT INTO merchants (environment, account_id, account_name) VALUES ('test', 'krn:old', 'Gammal & Söner')");
  const backup = newFile();
  await writeBackup(url, backup);
  expect(headOf(backup).migrations).toHaveLength(3);
  const target = await emptyDatabase();
  await loadBackup(backup, target);
  expect(await ask(target, "SELECT account_name FROM merchants")).toEqual([{ account_name: "Gammal & Söner" }]);
  expect(await ask(target, "SELECT count(*)::int AS count FROM drizzle.__drizzle_migrations")).toEqual([{ count: migrationHashes().length }]);
});

test("what an older desk didn't keep is made of what it did: when merchants changed, since when they are set up, what each comes to in a settlement", async () => {
  const url = await emptyDatabase();
  await migrate(url, { only: 4 });
  await ask(
    url,
    `INSERT INTO merchants (environment, account_id, state, first_seen_at) VALUES
       ('test', 'krn:changed', 'PARTIALLY_OPERATIONAL', '2026-01-01Z'), ('test', 'krn:as-found', 'PARTIALLY_OPERATIONAL', '2026-01-02Z'), ('live', 'krn:changed', 'OPERATIONAL', '2026-01-03Z')`,
  );
  await ask(
    url,
    `INSERT INTO merchant_changes (environment, account_id, noticed_at, field) VALUES
       ('test', 'krn:changed', '2026-02-01Z', 'state'), ('test', 'krn:changed', '2026-02-02Z', 'state'), ('test', 'krn:changed', '2026-03-01Z', 'name')`,
  );
  await migrate(url, { only: 27 });
  const settled = (type: string, account: number | null, day: string | null, amount: number, tax = 0) =>
    ask(
      url,
      `INSERT INTO settlement_sums (load_id, account_word, day, type, detailed_type, rows, amount, tax)
       VALUES (1, ${account ?? "NULL"}, ${day === null ? "NULL" : `'${day}'`}, '${type}', '', 2, ${amount}, ${tax})`,
    );
  await settled("SALE", 7, null, 10_000);
  await settled("SALE", 7, null, 500);
  await settled("REFUND", 7, null, -2_000);
  await settled("FEE", 7, null, -300, -75);
  await settled("FEE_CORRECTION", 7, null, 20, 5);
  await settled("CHARGEBACK", 7, null, -40);
  await settled("REFUND", 8, null, -9);
  // The sums of days are of all accounts together, and belong to none.
  await settled("SALE", null, "2026-05-01", 10_500);
  await migrate(url);

  expect(await ask(url, "SELECT environment, account_id, changed_at, state_since FROM merchants ORDER BY environment DESC, account_id")).toEqual([
    { environment: "test", account_id: "krn:as-found", changed_at: new Date("2026-01-02Z"), state_since: new Date("2026-01-02Z") },
    { environment: "test", account_id: "krn:changed", changed_at: new Date("2026-03-01Z"), state_since: new Date("2026-02-02Z") },
    { environment: "live", account_id: "krn:changed", changed_at: new Date("2026-01-03Z"), state_since: null },
  ]);
  const whole = "rows, amount::int, tax::int, captures::int, refunds::int, fees::int, others::int, net::int";
  expect(await ask(url, `SELECT account_word, ${whole} FROM settlement_merchants ORDER BY account_word`)).toEqual([
    { account_word: 7, rows: 12, amount: 8_180, tax: -70, captures: 10_500, refunds: -2_000, fees: -280, others: -40, net: 8_110 },
    { account_word: 8, rows: 2, amount: -9, tax: 0, captures: 0, refunds: -9, fees: 0, others: 0, net: -9 },
  ]);
});

test("a database of an older desk is brought up to date with all that is in it", async () => {
  const url = await emptyDatabase();
  await migrate(url, { only: 1 });
  await ask(url, "INSERT INTO people (email, name, role) VALUES ('old@desk.example', 'Old', 'admin')");
  await ask(url, "INSERT INTO audit_entries (kind) VALUES ('signed-in')");
  await ask(url, "INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw) VALUES ('test', 'e', 't', 'k', '\\x00')");
  await migrate(url);
  for (const table of ["people", "audit_entries", "webhook_events"])
    expect(await ask(url, `SELECT count(*)::int AS count FROM ${table}`), table).toEqual([{ count: 1 }]);
});
