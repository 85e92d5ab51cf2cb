import { beforeEach, expect, test } from "vitest";

import { lookFirst } from "@/lib/server/books/export";
import { readMonth } from "@/lib/server/books/month";
import { query } from "@/lib/server/db/client";
import type { Session } from "@/lib/server/session";
import { loadReport } from "@/lib/server/settlements/load";

import { noKlarna, withDesk } from "../harness/desk";
import { klarnasSample, smallReport } from "../settlements/made-report";
import { exportMonth, fileOf, finance, nameAccounts, putPayout, sumBy } from "./stage";

withDesk(noKlarna);

const month = "2026-10";
let ada: Session;
beforeEach(async () => {
  await query(
    "TRUNCATE payout_connections, settlements, settlement_loads, settlement_lines, settlement_sums, settlement_merchants, settlement_words, book_accounts, book_months, book_exports, book_entries CASCADE",
  );
  ada = await finance();
  await nameAccounts(ada);
  await load(smallReport());
});

async function load(bytes: Uint8Array, replaces = false) {
  return loadReport(pieces(bytes), { environment: "test", settlementId: undefined, source: "imported", replaces });
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test("line by line each transaction stands on its account with its order, its VAT apart, and all come to what was paid", async () => {
  await putPayout("P-1", "2026-10-20T00:00:00Z", 10_000, "EUR");
  const id = await exportMonth(month, ada, "lines");
  const { rows, text } = await fileOf(id, ada, "lines");
  const said = rows.map((row) => `${row["account name"]} ${row.debit}/${row.credit} ${row["order reference"]}`.trim());
  expect(said.slice(0, 9)).toEqual([
    "The bank 56.20/",
    "The sales /40.00 order-1",
    "The fixed-fees 1.00/ order-1",
    "The fee-vat 0.10/ order-1",
    "The variable-fees 0.60/ order-1",
    "The sales /20.00 order-2",
    "The fixed-fees 1.00/ order-2",
    "The fee-vat 0.10/ order-2",
    "The refunds 1.00/ order-2",
  ]);
  expect(said.slice(9).sort()).toEqual(
    [
      "The bank 98.38/",
      "The sales /100.00 shop-1",
      "The fixed-fees 0.20/ shop-2",
      "The fee-vat 0.05/ shop-2",
      "The variable-fees 0.30/ shop-3",
      "The fee-vat 0.07/ shop-3",
      "The refunds 1.00/ shop-4",
    ].sort(),
  );
  expect(sumBy(rows, "debit")).toEqual(sumBy(rows, "credit"));
  expect((await fileOf(id, ada, "lines")).text).toBe(text);
  // Collected it is the same money.
  const collected = await fileOf(id, ada);
  for (const side of ["debit", "credit"] as const) expect(sumBy(collected.rows, side)).toEqual(sumBy(rows, side));
});

test("where nothing has VAT no account is asked for it, line by line neither", async () => {
  const untaxed = smallReport((rows) => {
    rows[1]?.splice(5, 1, "5640");
    rows[1]?.splice(15, 1, "0");
    for (const cells of rows.slice(3)) cells.splice(11, 2, "", "");
  });
  expect(await load(untaxed, true)).toMatchObject({ outcome: "loaded" });
  await query("DELETE FROM book_accounts");
  await nameAccounts(ada, ["fee-vat"]);
  expect(await lookFirst("test", month, "lines")).toMatchObject({ entries: 1, left: [], missing: [] });
  const { rows } = await fileOf(await exportMonth(month, ada, "lines"), ada, "lines");
  expect(sumBy(rows, "debit")).toEqual(sumBy(rows, "credit"));
});

test("what Klarna's own sample says doesn't come to its transactions, so it isn't exported line by line; collected it says so", async () => {
  await load(klarnasSample);
  const sample = "15328742";
  const [{ date = "" } = {}] = await query<{ date: string }>(
    "SELECT to_char(coalesce(paid_out_at, period_to), 'YYYY-MM') AS date FROM settlements WHERE settlement_id = $1",
    [sample],
  );
  expect((await lookFirst("test", date, "lines")).left).toMatchObject([{ id: sample, why: "lines-differ" }]);
  expect(await lookFirst("test", date, "collected")).toMatchObject({ entries: 1, left: [] });
  expect((await readMonth("test", date)).items).toMatchObject([{ id: sample, standing: "ready", notes: ["lines-differ"] }]);
});

test("a line of a kind that nobody knows keeps a payout from being exported line by line", async () => {
  await putPayout("P-1", "2026-10-20T00:00:00Z", 10_000);
  await query("INSERT INTO payout_sums (payout_id, type, detailed_type, lines, amount, tax) SELECT id, 'MYSTERY', '', 1, NULL, 0 FROM payouts");
  expect((await lookFirst("test", month, "lines")).left).toMatchObject([{ id: "P-1", why: "no-lines" }]);
});

test("once the lines are others, the file of lines is refused by name, the collected one is as it was, and the change is shown", async () => {
  const id = await exportMonth(month, ada, "lines");
  const { text } = await fileOf(id, ada);
  const other = smallReport((rows) => {
    const [order, at] = [rows[3], 8];
    if (order) order[at] = "order-9";
  });
  expect(await load(other, true)).toMatchObject({ outcome: "loaded" });
  await expect(fileOf(id, ada, "lines")).rejects.toMatchObject({ problem: { code: "LINES_CHANGED", message: expect.stringContaining("settlement S-1") } });
  expect((await fileOf(id, ada)).text).toBe(text);
  expect((await readMonth("test", month)).items).toMatchObject([{ id: "S-1", changed: true }]);
});

test("a file whose lines stop coming to what was exported ends as a fault, not as if it were whole", async () => {
  const id = await exportMonth(month, ada, "lines");
  await query("DELETE FROM settlement_lines WHERE amount = 2000");
  await expect(fileOf(id, ada, "lines")).rejects.toThrow("came to something else");
});

test("what was exported collected has no file of lines", async () => {
  const id = await exportMonth(month, ada);
  await expect(fileOf(id, ada, "lines")).rejects.toMatchObject({ problem: { code: "NOT_BY_LINE" } });
});
