import { beforeAll, expect, test } from "vitest";

import { GET as door } from "@/app/api/desk/finance/route";
import { butInvoices, noCurrency } from "@/lib/desk/filter-words";
import type { FinanceCurrency, FinanceOverview } from "@/lib/desk/finance";
import { query } from "@/lib/server/db/client";
import { listPayouts, totalPayouts } from "@/lib/server/payouts/list";
import { listSettlements } from "@/lib/server/settlements/list";
import { loadReport } from "@/lib/server/settlements/load";

import { answered, browserRequest } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { book, paidOut, readFirst } from "../payouts/stage";
import { smallReport } from "../settlements/made-report";

let emulator: TestEmulator;
let finance: SignedIn;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

/** More of a capture than the small report has, so that sums come past what a number can say. */
const huge = 9_007_199_254_700_000n;
const reports = [
  { id: "S-1", to: "2026-10-12T00:00:00Z", more: 0n, currency: "EUR" },
  { id: "S-2", to: "2026-10-18T23:59:59Z", more: huge, currency: "EUR" },
  { id: "S-3", to: "2026-10-18T12:00:00Z", more: huge, currency: "EUR" },
  { id: "S-4", to: "2026-10-19T00:00:00Z", more: 1n, currency: "EUR", vat: "-21" },
  { id: "S-5", to: "2026-10-19T00:00:00Z", more: 5_000n, currency: "JPY" },
  { id: "S-6", to: "2026-09-27T23:59:59Z", more: 7n, currency: "EUR" },
] as const;

const rowsOf = ({ id, to, more, currency, ...given }: (typeof reports)[number]) =>
  smallReport((rows) => {
    for (const cells of rows) for (const [at, cell] of cells.entries()) cells[at] = cell === "S-1" ? id : cell === "EUR" ? currency : cell;
    const [names = [], summary = []] = rows;
    const set = (name: string, value: string) => {
      summary[names.indexOf(name)] = value;
    };
    set("period_to", to);
    set("capture_amount", String(6000n + more));
    set("settlement_amount", String(5620n + more));
    if ("vat" in given) set("vat_amount", given.vat);
    const capture = rows[3];
    if (capture) capture[3] = String(4000n + more);
  });

beforeAll(async () => {
  finance = await signedIn("finance");
  for (const report of reports)
    await loadReport(
      (async function* () {
        yield rowsOf(report);
      })(),
      { environment: "test", source: "imported" },
    );
  await query("INSERT INTO settlements (environment, settlement_id, source) VALUES ('test', 'ANNOUNCED', 'announced'), ('live', 'OTHER', 'announced')");
  await book(emulator, { payouts: 40, lines: 8, every: 30 });
  await readFirst();
});

async function ask(search: Readonly<Record<string, string>>, environment = "test"): Promise<FinanceOverview> {
  const answer = await answered(await door(browserRequest("/api/desk/finance", "GET", { cookie: finance.cookie, search: { environment, ...search } })));
  expect(answer.status).toBe(200);
  return answer.body as FinanceOverview;
}

const inCurrency = (all: readonly FinanceCurrency[], currency: string | null) => all.find((one) => one.currency === currency);

test("what settlements come to is what their reports' transactions come to, week by week and currency by currency, however large", async () => {
  const { settlements, period } = await ask({ weeks: "4", until: "2026-10-22" });
  expect(period.mondays).toEqual(["2026-10-19", "2026-10-12", "2026-10-05", "2026-09-28"]);
  for (const currency of ["EUR", "JPY"]) {
    const figures = inCurrency(settlements, currency);
    const all = { count: 0, amount: 0n, sales: 0n, fees: 0n };
    for (const [back, monday] of period.mondays.entries()) {
      // Anew from the file's own rows: Monday to Sunday, and what its lines say.
      const sunday = new Date(Date.UTC(2026, 9, 19 - 7 * back + 6)).toISOString().slice(0, 10);
      const own = reports.filter((report) => report.currency === currency && report.to.slice(0, 10) >= monday && report.to.slice(0, 10) <= sunday);
      const lines = own.flatMap((report) =>
        rowsOf(report)
          .toString()
          .split("\n")
          .map((line) => line.split(",")),
      );
      const sum = (...kinds: string[]) => lines.filter(([kind = ""]) => kinds.includes(kind)).reduce((so, cells) => so + BigInt(cells[3] ?? 0), 0n);
      const tax = lines.filter(([kind = ""]) => kind === "FEE").reduce((so, cells) => so + BigInt(cells[11] || 0), 0n);
      const week = { count: own.length, amount: sum("SALE", "FEE", "REFUND") + tax, sales: sum("SALE"), fees: sum("FEE") };
      all.count += week.count;
      for (const name of ["amount", "sales", "fees"] as const) all[name] += week[name];
      expect(figures?.weeks[back], `${currency} ${monday}`).toMatchObject({ week: monday, ...texts(week) });
    }
    expect(figures?.total).toMatchObject(texts(all));
  }
  expect(inCurrency(settlements, "EUR")?.total).toMatchObject({ count: 4, odd: 1, amount: String(2n * huge + 4n * 5620n + 1n) });
  // Never a sum across currencies, and nothing of another environment.
  expect(settlements.map(({ currency }) => currency)).toEqual(["EUR", "JPY"]);
});

test("a period ends with its last Sunday: what ends as the next Monday begins isn't in it", async () => {
  const { settlements } = await ask({ weeks: "4", until: "2026-10-13" });
  expect(settlements.map(({ currency, total }) => [currency, total.count])).toEqual([["EUR", 4]]);
});

test("a settlement of which only the name is known is counted apart, this week, and in no sum", async () => {
  const { settlements } = await ask({ weeks: "4" });
  expect(inCurrency(settlements, null)?.total).toMatchObject({ count: 1, unreadable: 1, amount: "0", open: 1 });
});

test("what payouts come to is what Klarna's own list says, invoices for fees apart", async () => {
  await query("UPDATE payouts SET settlement_type = 'GROSS_FEE' WHERE id = (SELECT min(id) FROM payouts)");
  const [invoice] = await query<{ payment_reference: string }>("SELECT payment_reference FROM payouts WHERE settlement_type = 'GROSS_FEE'");
  const klarnas = (await paidOut(emulator)) as readonly {
    payment_reference: string;
    payout_date: string;
    currency_code: string;
    totals: Record<string, number>;
  }[];
  const { payouts, period } = await ask({ weeks: "26" });
  const currencies = [...new Set(klarnas.map(({ currency_code }) => currency_code))].sort();
  expect(payouts.map(({ currency }) => currency)).toEqual(currencies);
  for (const currency of currencies)
    for (const [back, monday] of period.mondays.entries()) {
      const end = Date.parse(`${monday}T00:00:00Z`) + 7 * 86_400_000;
      const own = klarnas.filter(
        ({ payment_reference, payout_date, currency_code }) =>
          payment_reference !== invoice?.payment_reference &&
          currency_code === currency &&
          Date.parse(payout_date) < end &&
          Date.parse(payout_date) >= end - 7 * 86_400_000,
      );
      const total = (name: string) => own.reduce((sum, { totals }) => sum + BigInt(totals[name] ?? 0), 0n);
      const week = {
        count: own.length,
        amount: total("settlement_amount"),
        sales: total("sale_amount"),
        fees: total("fee_refund_amount") - total("fee_amount"),
      };
      expect(inCurrency(payouts, currency)?.weeks[back], `${currency} ${monday}`).toMatchObject(texts(week));
    }
  const invoiced = klarnas.find(({ payment_reference }) => payment_reference === invoice?.payment_reference);
  expect(payouts.flatMap(({ invoices }) => (invoices.count > 0 ? [invoices] : []))).toEqual([
    { count: 1, amount: String(invoiced?.totals.settlement_amount), odd: 0 },
  ]);
});

test("each figure is that of the list that it leads to", async () => {
  await query(
    'UPDATE payouts SET proof = proof || \'{"equation": "differs", "gap": "5"}\' WHERE id IN (SELECT id FROM payouts ORDER BY id DESC LIMIT 3) OR settlement_type = \'GROSS_FEE\'',
  );
  await query("UPDATE payouts SET lines_due = true WHERE id = (SELECT min(id) + 5 FROM payouts)");
  const { settlements, payouts, period } = await ask({ weeks: "26", until: "2026-11-30" });
  for (const { currency, weeks } of payouts)
    for (const { week, count, odd, open, amount } of weeks) {
      const days = { from: week, to: new Date(Date.parse(week) + 6 * 86_400_000).toISOString().slice(0, 10), currency: currency ?? noCurrency };
      const [listed] = (await totalPayouts("test", days)).filter(({ invoices }) => !invoices);
      expect([listed?.payouts ?? 0, listed?.amount ?? "0"], week).toEqual([count, amount]);
      const others = async (proof: "odd" | "due") => (await listPayouts("test", { ...days, proof, type: butInvoices })).payouts.length;
      expect([await others("odd"), await others("due")], week).toEqual([odd, open]);
    }
  for (const { currency, weeks } of settlements)
    for (const { week, count, odd } of weeks) {
      const days = { from: week, to: new Date(Date.parse(week) + 6 * 86_400_000).toISOString().slice(0, 10), currency: currency ?? noCurrency };
      const listed = (await listSettlements("test", days)).settlements;
      expect([listed.length, listed.filter(({ verdict }) => verdict === "differs").length], `${currency} ${week}`).toEqual([count, odd]);
    }
  const { open } = await ask({ weeks: "4" });
  expect(open.payouts).toMatchObject({ odd: 4, due: 1, all: 40 });
  expect((await listPayouts("test", { proof: "due" })).payouts).toHaveLength(1);
  expect(open.settlements).toEqual({ differs: 1, unknown: 1, late: 0, all: 7 });
  expect(period.mondays).toHaveLength(26);
});

test("late is a settlement that should be paid out, of which Klarna names no payout five days after it was made", async () => {
  await query("UPDATE settlements SET payout_id = NULL, paid_out_at = NULL, created_at = now() - interval '6 days' WHERE settlement_id IN ('S-1', 'S-2')");
  await query("UPDATE settlements SET amount = -5 WHERE settlement_id = 'S-2'");
  await query("UPDATE settlements SET payout_id = NULL, paid_out_at = NULL, created_at = now() - interval '4 days' WHERE settlement_id = 'S-3'");
  expect((await ask({ weeks: "4" })).open.settlements.late).toBe(1);
  expect((await listSettlements("test", { paid: "late" })).settlements.map(({ settlement_id }) => settlement_id)).toEqual(["S-1"]);
});

test("a period that makes no sense is refused with what to do; without one it is the last thirteen weeks", async () => {
  const refused = async (search: Readonly<Record<string, string>>) =>
    (await answered(await door(browserRequest("/api/desk/finance", "GET", { cookie: finance.cookie, search: { environment: "test", ...search } })))).status;
  for (const search of [{ weeks: "14" }, { weeks: "" }, { until: "2026-02-30" }, { until: "tomorrow" }, { until: "1999-01-01" }, { extra: "x" }])
    expect(await refused(search), JSON.stringify(search)).toBe(400);
  expect((await ask({})).period).toMatchObject({ weeks: 13 });
});

const texts = (figures: Readonly<Record<string, number | bigint>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, typeof value === "bigint" ? String(value) : value]));
