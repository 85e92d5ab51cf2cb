import { beforeEach, expect, test } from "vitest";
import { typedOf } from "@/lib/desk/books/typed-accounts";
import { keepAccounts } from "@/lib/server/books/accounts";
import { lookFirst, makeExport } from "@/lib/server/books/export";
import { readMonth } from "@/lib/server/books/month";
import { lockMonth, takeBack } from "@/lib/server/books/steer";
import { query } from "@/lib/server/db/client";
import type { Session } from "@/lib/server/session";

import { noKlarna, withDesk } from "../harness/desk";
import { exportMonth, fileOf, finance, nameAccounts, putPayout, setAccounts, sumBy } from "./stage";

withDesk(noKlarna);

const month = "2026-10";
let ada: Session;
beforeEach(async () => {
  await query("TRUNCATE payout_connections, settlements, book_accounts, book_months, book_exports, book_entries CASCADE");
  ada = await finance();
  await putPayout("P-1", "2026-10-01T00:00:00Z", 10_000);
  await putPayout("P-2", "2026-10-31T23:59:59Z", 20_001, "EUR");
  await putPayout("P-3", "2026-11-01T00:00:00Z", 30_000);
});

test("a month is exported entry by entry: what stands in the file balances, and comes to what was paid", async () => {
  await nameAccounts(ada, ["sales", "refunds"]);
  const { rows } = await fileOf(await exportMonth(month, ada), ada);
  expect(
    rows.map(({ date, account, debit, credit, currency, text, voucher }) => [date, account, debit, credit, currency, text, voucher].join(" ")).slice(0, 6),
  ).toEqual([
    "2026-10-01 1000 98.38  SEK Klarna payout: Bank P-1",
    "2026-10-01 1001  100.00 SEK Klarna payout: Sales P-1",
    "2026-10-01 1001 1.00  SEK Klarna payout: Refunds P-1",
    "2026-10-01 1004 0.20  SEK Klarna payout: Fixed fees P-1",
    "2026-10-01 1005 0.30  SEK Klarna payout: Variable fees P-1",
    "2026-10-01 1007 0.12  SEK Klarna payout: VAT on fees P-1",
  ]);
  expect(sumBy(rows, "debit")).toEqual(sumBy(rows, "credit"));
  expect(sumBy(rows, "debit", ({ account }) => account === "1000")).toEqual({ "P-1": 9_838n, "P-2": 19_839n });
});

test("without the accounts that it needs nothing is exported, and they are named", async () => {
  await nameAccounts(ada, ["fee-vat", "clearing", "sales"]);
  const look = await lookFirst("test", month, "collected");
  expect(look).toMatchObject({ entries: 2, missing: ["sales", "fee-vat"] });
  await expect(makeExport({ environment: "test", month, style: "collected", seen: look.seen }, ada)).rejects.toThrow(
    "Name an account first for: Sales, VAT on fees.",
  );
  expect(await query("SELECT 1 FROM book_exports")).toHaveLength(0);
});

test("only what was looked at is exported: a payout or an account that changed meanwhile is looked at again", async () => {
  await nameAccounts(ada);
  const { seen } = await lookFirst("test", month, "collected");
  await putPayout("P-5", "2026-10-05T00:00:00Z", 5_000);
  await expect(makeExport({ environment: "test", month, style: "collected", seen }, ada)).rejects.toMatchObject({ problem: { code: "BOOKS_CHANGED" } });
  const again = await lookFirst("test", month, "collected");
  await setAccounts({ bank: { number: "1940", name: "Other bank" } }, ada);
  await nameAccounts(ada, ["other"]);
  await expect(makeExport({ environment: "test", month, style: "collected", seen: again.seen }, ada)).rejects.toMatchObject({
    problem: { code: "BOOKS_CHANGED" },
  });
});

test("what doesn't balance, isn't read yet, or is gone, is left out with the reason and the exact gap", async () => {
  await nameAccounts(ada);
  await query(`UPDATE payouts SET content = jsonb_set(content, '{totals,settlement_amount}', '9837'), amount = 9837 WHERE payment_reference = 'P-1'`);
  await putPayout("P-6", "2026-10-06T00:00:00Z", 6_000);
  await query("UPDATE payouts SET lines_due = true, changed_at = now() WHERE payment_reference = 'P-6'");
  await putPayout("P-7", "2026-10-07T00:00:00Z", 7_000);
  await query("UPDATE payouts SET gone_at = now() WHERE payment_reference = 'P-7'");
  await query("INSERT INTO settlements (environment, settlement_id, source, paid_out_at) VALUES ('test', 'S-1', 'announced', '2026-10-08T00:00:00Z')");
  const wanted = `INSERT INTO settlements (environment, settlement_id, source, paid_out_at, wanted_at, currency, amount, totals)
    VALUES ('test', 'S-2', 'looked-up', '2026-10-09T00:00:00Z', now(), 'SEK', 5, '{"capture_amount": 5}')`;
  await query(wanted);
  const { left, entries } = await lookFirst("test", month, "collected");
  expect(left.map(({ id, why, gap }) => [id, why, gap])).toEqual([
    ["P-1", "gap", "-1"],
    ["P-6", "waiting", null],
    ["P-7", "gone", null],
    ["S-1", "unreadable", null],
    ["S-2", "waiting", null],
  ]);
  expect(entries).toBe(1);
  expect((await readMonth("test", month)).items.find(({ id }) => id === "P-1")).toMatchObject({ standing: "gap", gap: "-1", exported: null });
});

test("an invoice for fees is one from the beginning, however it stands: what is paid out with it is nothing", async () => {
  for (const [reference, day] of [
    ["P-10", "10"],
    ["P-11", "11"],
    ["P-12", "12"],
  ] as const)
    await putPayout(reference, `2026-10-${day}T00:00:00Z`, 7_000);
  await query("UPDATE payouts SET settlement_type = 'GROSS_FEE' WHERE payment_reference LIKE 'P-1_'");
  await query("UPDATE payouts SET lines_due = true, lines_read_at = NULL WHERE payment_reference = 'P-10'");
  await query("UPDATE payouts SET content = '{}' WHERE payment_reference = 'P-11'");
  const items = (await readMonth("test", month)).items.filter(({ id }) => id.startsWith("P-1") && id !== "P-1");
  expect(items.map(({ standing, notes }) => [standing, notes])).toEqual([
    ["waiting", ["invoice"]],
    ["unreadable", ["invoice"]],
    ["ready", ["invoice"]],
  ]);
});

test("what was exported stays as it was, to the byte; that it would be another now is shown", async () => {
  await nameAccounts(ada);
  const id = await exportMonth(month, ada);
  const before = await fileOf(id, ada);
  expect((await readMonth("test", month)).items.map(({ changed, exported }) => [changed, exported?.by])).toEqual([
    [false, expect.stringContaining("finance")],
    [false, expect.stringContaining("finance")],
  ]);
  await setAccounts({ bank: { number: "1", name: "Another" } }, ada);
  const totals = { sale_amount: 10_001, return_amount: 100, fee_amount: 50, tax_amount: 12, settlement_amount: 9_839 };
  await query("UPDATE payouts SET content = jsonb_build_object('totals', $1::jsonb), amount = 9839 WHERE payment_reference = 'P-1'", [JSON.stringify(totals)]);
  expect((await fileOf(id, ada)).text).toBe(before.text);
  expect((await readMonth("test", month)).items.map(({ id: payable, changed }) => [payable, changed])).toEqual([
    ["P-1", true],
    ["P-2", false],
  ]);
});

test("while everything is read anew, what hasn't changed is exported as before, and what was exported isn't called changed", async () => {
  await nameAccounts(ada);
  await exportMonth(month, ada);
  await putPayout("P-4", "2026-10-04T00:00:00Z", 4_000);
  await query("UPDATE payouts SET lines_due = true");
  expect(await lookFirst("test", month, "collected")).toMatchObject({ entries: 1, left: [] });
  await query("UPDATE payouts SET changed_at = now() WHERE payment_reference = 'P-1'");
  expect((await readMonth("test", month)).items.map(({ id, standing, changed }) => [id, standing, changed])).toEqual([
    ["P-1", "waiting", false],
    ["P-4", "ready", false],
    ["P-2", "ready", false],
  ]);
});

test("an export that is taken back can be made again, and its file is still there", async () => {
  await nameAccounts(ada);
  const first = await exportMonth(month, ada);
  const { text } = await fileOf(first, ada);
  await takeBack("test", first, ada);
  await takeBack("test", first, await finance());
  expect(await query("SELECT taken_back_by AS by FROM book_exports")).toEqual([{ by: ada.personId }]);
  expect((await fileOf(first, ada)).text).toBe(text);
  expect((await readMonth("test", month)).exports).toMatchObject([
    { id: first, entries: 2, taken_back_at: expect.any(String), taken_back_by: expect.any(String) },
  ]);
  const second = await exportMonth(month, await finance());
  expect((await fileOf(second, ada)).text).toBe(text);
  await expect(takeBack("live", second, ada)).rejects.toMatchObject({ problem: { status: 404 } });
});

test("of a locked month nothing is exported and nothing taken back, until it is unlocked", async () => {
  await nameAccounts(ada);
  const made = await exportMonth(month, ada);
  await putPayout("P-8", "2026-10-09T00:00:00Z", 8_000);
  await lockMonth("test", month, true, ada);
  await lockMonth("test", month, true, await finance());
  for (const act of [() => exportMonth(month, ada), () => takeBack("test", made, ada)])
    await expect(act()).rejects.toMatchObject({ problem: { code: "MONTH_LOCKED" } });
  expect((await readMonth("test", month)).locked).toMatchObject({ at: expect.any(String) });
  expect(await exportMonth("2026-11", ada)).toBeTruthy();
  await lockMonth("test", month, false, ada);
  await takeBack("test", made, ada);
  expect((await lookFirst("test", month, "collected")).entries).toBe(3);
  const kinds = await query<{ kind: string }>("SELECT kind FROM audit_entries WHERE kind LIKE 'books-%' ORDER BY id DESC LIMIT 5");
  expect(kinds.map(({ kind }) => kind)).toEqual(["books-taken-back", "books-unlocked", "books-exported", "books-locked", "books-exported"]);
});

test("the log keeps what was done, never what was typed", async () => {
  await setAccounts({ bank: { number: "1930", name: "Lagerkvist and sons" } }, ada);
  expect(JSON.stringify(await query("SELECT detail FROM audit_entries"))).not.toContain("Lagerkvist");
});

test("of two people who change the accounts the second sees what the first did before anything is overwritten", async () => {
  const [before, mine, theirs] = [{}, { bank: { number: "1930", name: "Mine" } }, { bank: { number: "1940", name: "Theirs" } }].map(typedOf);
  const keep = (accounts: typeof mine, seen: typeof mine) =>
    keepAccounts({ environment: "test", accounts: accounts ?? typedOf({}), seen: seen ?? typedOf({}) }, ada);
  await keep(theirs, before);
  await expect(keep(mine, before)).rejects.toMatchObject({ problem: { code: "ACCOUNTS_CHANGED", status: 409 } });
  expect((await readMonth("test", month)).accounts).toEqual({ bank: { number: "1940", name: "Theirs" } });
  // The same again, because no answer came, is no change of anybody else's.
  await keep(theirs, before);
  await keep(mine, theirs);
  expect((await readMonth("test", month)).accounts).toEqual({ bank: { number: "1930", name: "Mine" } });
});
