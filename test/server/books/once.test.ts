import pg from "pg";
import { beforeEach, expect, test } from "vitest";

import { lookFirst, makeExport } from "@/lib/server/books/export";
import { readMonth } from "@/lib/server/books/month";
import { lockMonth, takeBack } from "@/lib/server/books/steer";
import { query } from "@/lib/server/db/client";
import type { Session } from "@/lib/server/session";

import { noKlarna, withDesk } from "../harness/desk";
import { exportMonth, fileOf, finance, nameAccounts, putPayout } from "./stage";

withDesk(noKlarna);

const month = "2026-10";
let ada: Session;
beforeEach(async () => {
  await query("TRUNCATE payout_connections, settlements, book_accounts, book_months, book_exports, book_entries CASCADE");
  ada = await finance();
  await nameAccounts(ada);
  await putPayout("P-1", "2026-10-01T00:00:00Z", 10_000);
  await putPayout("P-2", "2026-10-31T23:59:59Z", 20_001, "EUR");
  await putPayout("P-3", "2026-11-01T00:00:00Z", 30_000);
});

test("nothing is exported twice: what is exported is left, and what is new goes into the next", async () => {
  await exportMonth(month, ada);
  expect(await lookFirst("test", month, "collected")).toMatchObject({ entries: 0, already: 2 });
  await expect(exportMonth(month, ada)).rejects.toThrow("nothing to export");
  await putPayout("P-4", "2026-10-20T00:00:00Z", 40_000);
  const { rows } = await fileOf(await exportMonth(month, ada), ada);
  expect(new Set(rows.map(({ voucher }) => voucher))).toEqual(new Set(["P-4"]));
});

test("of two people who export at the same moment one does, and the other is told to look again", async () => {
  const bob = await finance();
  const { seen } = await lookFirst("test", month, "collected");
  // Both have prepared theirs before either is kept: they wait for the month's row, which somebody holds.
  await query("INSERT INTO book_months (environment, month) VALUES ('test', $1)", [month]);
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT 1 FROM book_months FOR UPDATE");
  const both = Promise.allSettled([ada, bob].map((by) => makeExport({ environment: "test", month, style: "collected", seen }, by)));
  const waiting = async () =>
    (await query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%book_months%' AND datname = current_database()")).length;
  await expect.poll(waiting, { timeout: 20_000 }).toBe(2);
  await holder.query("COMMIT");
  await holder.end();
  const outcomes = await both;
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { problem: { code: "BOOKS_CHANGED", status: 409 } } });
  expect(await query("SELECT payable_id, count(*)::int AS times FROM book_entries GROUP BY 1 ORDER BY 1")).toEqual([
    { payable_id: "P-1", times: 1 },
    { payable_id: "P-2", times: 1 },
  ]);
});

test("who asks again because no answer came gets the export that was made, and so does who presses twice; nothing is in the books twice", async () => {
  const { seen } = await lookFirst("test", month, "collected");
  const order = { environment: "test", month, style: "collected", seen } as const;
  const [first, twin] = await Promise.all([makeExport(order, ada), makeExport(order, ada)]);
  expect(twin).toEqual(first);
  await lockMonth("test", month, true, ada);
  expect(await makeExport(order, ada)).toEqual(first);
  await lockMonth("test", month, false, ada);
  await takeBack("test", first.id, ada);
  // What was taken back isn't there any more: the same again is another export, or is refused where it changed.
  await query("UPDATE payouts SET listed_at = '2026-10-30T00:00:00Z' WHERE payment_reference = 'P-3'");
  await expect(makeExport(order, ada)).rejects.toMatchObject({ problem: { code: "BOOKS_CHANGED" } });
  await query("UPDATE payouts SET listed_at = payout_date WHERE payment_reference = 'P-3'");
  const again = await makeExport(order, ada);
  expect(again.id).not.toBe(first.id);
  expect(await query("SELECT count(*)::int AS standing FROM book_entries WHERE taken_back_at IS NULL")).toEqual([{ standing: 2 }]);
});

test("what both of Klarna's APIs name alike is one transfer: it is booked once, whichever is known or exported first", async () => {
  const known = (paidOut: string) =>
    query(
      `INSERT INTO settlements (environment, settlement_id, source, paid_out_at, currency, amount, totals) VALUES ('test', 'P-1', 'looked-up', $1, 'SEK', 9838, '{"capture_amount": 9838}')
       ON CONFLICT (environment, settlement_id) DO UPDATE SET paid_out_at = excluded.paid_out_at`,
      [paidOut],
    );
  // Not its own month's: a settlement that is dated otherwise is still the same.
  await known("2026-09-30T00:00:00Z");
  expect((await lookFirst("test", month, "collected")).left).toMatchObject([{ kind: "payout", id: "P-1", why: "twin" }]);
  await query("DELETE FROM settlements");
  await exportMonth(month, ada);
  await known("2026-10-02T00:00:00Z");
  const items = (await readMonth("test", month)).items.map(({ kind, id, standing, exported, changed }) => [kind, id, standing, exported !== null, changed]);
  expect(items).toEqual([
    ["payout", "P-1", "ready", true, false],
    ["settlement", "P-1", "twin", false, false],
    ["payout", "P-2", "ready", true, false],
  ]);
  // Also where both were looked at before either was exported, the database lets only one in.
  await expect(
    query(
      `INSERT INTO book_entries (export_id, environment, kind, payable_id, date, reference, currency, amount, lines, source)
       SELECT export_id, environment, 'settlement', payable_id, date, reference, currency, amount, lines, source FROM book_entries WHERE payable_id = 'P-1'`,
    ),
  ).rejects.toMatchObject({ code: "23505" });
});

test("a settlement whose id has a prefix is the same transfer as the payout of its number: it is booked once, whichever is exported first", async () => {
  const known = () =>
    query(
      `INSERT INTO settlements (environment, settlement_id, source, paid_out_at, currency, amount, totals)
       VALUES ('test', 'XD65-113574395', 'looked-up', '2026-10-02T00:00:00Z', 'SEK', 9838, '{"capture_amount": 9838}')`,
    );
  const standings = async () => (await readMonth("test", month)).items.filter(({ id }) => id.endsWith("113574395")).map(({ id, standing }) => [id, standing]);
  await putPayout("113574395", "2026-10-02T00:00:00Z", 10_000);
  await exportMonth(month, ada);
  await expect(
    query(
      `INSERT INTO book_entries (export_id, environment, kind, payable_id, date, reference, currency, amount, lines, source)
       SELECT export_id, environment, 'settlement', 'XD65-113574395', date, reference, currency, amount, lines, source FROM book_entries WHERE payable_id = '113574395'`,
    ),
  ).rejects.toMatchObject({ code: "23505" });
  await known();
  expect(await standings()).toEqual([
    ["113574395", "ready"],
    ["XD65-113574395", "twin"],
  ]);
  await query("DELETE FROM book_entries");
  expect(await standings()).toEqual([
    ["113574395", "twin"],
    ["XD65-113574395", "ready"],
  ]);
  await exportMonth(month, ada);
  expect(await query("SELECT payable_id FROM book_entries WHERE payable_id LIKE '%113574395'")).toEqual([{ payable_id: "XD65-113574395" }]);
  expect(await standings()).toEqual([
    ["113574395", "twin"],
    ["XD65-113574395", "ready"],
  ]);
});
