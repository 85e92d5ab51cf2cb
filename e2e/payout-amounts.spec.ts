import { type KlarnasLine, klarnasLines, signed, sumOf, vat } from "../test/server/payouts/klarnas";
import { expectAccessible } from "./stage/accessible";
import { cellsOf, factsIn, type KlarnasPayout, klarnas, money } from "./stage/klarnas-money";
import type { Place } from "./stage/place";
import { expect, test } from "./stage/story";

const all = ({ emulatorUrl }: Place) => klarnasLines({ url: emulatorUrl });
const has = (name: string) => (payout: KlarnasPayout) => (payout.totals[name] ?? 0) > 0;
const named = (currency: string, minor: number) => (minor < 0 ? `-${currency} ${money(-minor)}` : `${currency} ${money(minor)}`);

/** By which lines each total is proved, and how it is called. */
const proved: readonly (readonly [total: string, label: string, of: (line: KlarnasLine) => number])[] = [
  ["sale_amount", "Sales", typed(1, "SALE")],
  ["return_amount", "Refunds", typed(-1, "RETURN")],
  ["reversal_amount", "Reversals: disputes and fraud", typed(-1, "REVERSAL", "REVERSAL_MERCHANT_PROTECTION")],
  ["fee_amount", "Fees", typed(-1, "FEE")],
  ["fee_refund_amount", "Fees given back", typed(1, "FEE_REFUND")],
  ["fee_correction_amount", "Corrections", typed(1, "CORRECTION")],
  ["commission_amount", "Commission", typed(1, "COMMISSION")],
  ["charge_amount", "Charges", typed(-1, "CHARGE")],
  ["credit_amount", "Credits", typed(1, "CREDIT")],
  ["holdback_amount", "Held back as a reserve", typed(-1, "HOLDBACK")],
  ["release_amount", "Reserve given back", typed(1, "RELEASE")],
  ["tax_amount", "VAT on fees", (line) => (line.type === "FEE_REFUND" ? 0 : -vat(line))],
  ["tax_refund_amount", "VAT given back", (line) => (line.type === "FEE_REFUND" ? vat(line) : 0)],
];

function typed(sign: 1 | -1, ...types: readonly string[]) {
  return (line: KlarnasLine) => (types.includes(line.type) ? sign * signed(line) : 0);
}

test("Every amount of a payout is what Klarna's own totals and lines come to: with a reserve, with a debt that arises, and with one that is paid off", async ({
  place,
  somebody,
}) => {
  test.slow();
  const { page } = await somebody("finance");
  const { payouts } = await klarnas(place);
  const lines = await all(place);
  for (const part of ["holdback_amount", "deposit_amount", "repay_amount"]) {
    const payout = payouts.find(has(part));
    if (!payout) throw new Error(`Klarna has no payout with a ${part}.`);
    const { totals, currency_code, payment_reference } = payout;
    const own = lines.filter((line) => line.payment_reference === payment_reference);
    await page.goto(`/test/payouts/${payment_reference}`);
    const proof = await cellsOf(page.getByRole("table", { name: "Each total against its lines" }));
    const expected = proved.flatMap(([total, label, of]) =>
      totals[total] || sumOf(own, of) ? [[label, money(totals[total] ?? 0), money(sumOf(own, of)), "Agrees"]] : [],
    );
    expect([...proof].sort(), part).toEqual(expected.sort());

    const kinds = new Map(own.map(({ type, detailed_type }) => [`${type} / ${detailed_type}`, type]));
    const rows: string[][] = [];
    for (const title of ["Sales and what came of them", "Fees and VAT", "Reserve"]) {
      const table = page.getByRole("table", { name: title, exact: true });
      if (await table.count()) rows.push(...(await cellsOf(table)).map((cells) => [...cells]));
    }
    expect(rows, part).toHaveLength(kinds.size);
    for (const [kind, type] of kinds) {
      const same = own.filter((line) => `${line.type} / ${line.detailed_type}` === kind);
      const tax = ["FEE", "FEE_REFUND", "TAX"].includes(type) ? [money(sumOf(same, vat))] : [];
      expect(rows.find(([name]) => name?.endsWith(kind))?.slice(1), kind).toEqual([String(same.length), ...tax, money(sumOf(same, signed))]);
    }

    const debt = page.getByRole("region", { name: "Debt" });
    if (part === "holdback_amount") {
      expect(await debt.count()).toBe(totals.opening_debt_balance_amount || totals.closing_debt_balance_amount ? 1 : 0);
      continue;
    }
    expect(await factsIn(debt)).toMatchObject({
      Before: named(currency_code, totals.opening_debt_balance_amount ?? 0),
      "Paid off by this payout": named(currency_code, totals.repay_amount ?? 0),
      "Moved to the debt": named(currency_code, totals.deposit_amount ?? 0),
      After: named(currency_code, totals.closing_debt_balance_amount ?? 0),
      "Within this payout": "Agrees",
    });
  }
});

test("What an order came to across payouts is what Klarna's lines of it come to, each part and the whole", async ({ place, somebody }) => {
  const { page } = await somebody("finance");
  const lines = await all(place);
  const order = lines.find(({ type, payment_reference }) => type === "RETURN" && payment_reference !== undefined)?.order_id ?? "";
  const own = lines.filter(({ order_id }) => order_id === order);
  const currency = own[0]?.currency_code ?? "";
  const parts: readonly (readonly [string, number])[] = [
    ["Sales", sumOf(own, typed(1, "SALE"))],
    ["Refunds", sumOf(own, typed(1, "RETURN"))],
    ["Disputes and fraud", sumOf(own, typed(1, "REVERSAL", "REVERSAL_MERCHANT_PROTECTION"))],
    ["Fees", sumOf(own, typed(1, "FEE", "FEE_REFUND"))],
    ["VAT on fees", sumOf(own, vat)],
  ];
  await page.goto(`/test/payouts/orders/${order}`);
  expect(await factsIn(page.getByRole("region", { name: `What it came to in ${currency}` }))).toEqual({
    ...Object.fromEntries(parts.filter(([, amount]) => amount !== 0).map(([name, amount]) => [name, named(currency, amount)])),
    "What the merchant keeps": named(currency, sumOf(own, signed) + sumOf(own, vat)),
    "In payouts": String(new Set(own.map(({ payment_reference }) => payment_reference)).size),
  });
  const rows = await cellsOf(page.getByRole("table", { name: "Lines of this order by when they were booked" }));
  expect(rows.map((cells) => cells.at(-2)).sort()).toEqual(own.map((line) => money(signed(line))).sort());
  await expectAccessible(page, "an order across payouts");
  await page.goto("/test/payouts/orders/nobodys");
  await expect(page.getByText("The desk knows no line of this order")).toBeVisible();
  await expectAccessible(page, "an order that the desk doesn't know");
});

test("What was in transit at the end of a day is all that was captured by then and paid out later or not yet, each amount", async ({ place, somebody }) => {
  const { page } = await somebody("finance");
  const { payouts } = await klarnas(place);
  const lines = await all(place);
  const paid = new Map(payouts.map(({ payment_reference, payout_date }) => [payment_reference, payout_date]));
  // After the latest, only what is in no payout yet is on its way.
  for (const day of [payouts[0], payouts[9]].map((payout) => payout?.payout_date.slice(0, 10) ?? "")) {
    const end = `${day}T23:59:59Z`;
    const open = lines.filter(
      ({ capture_date, payment_reference }) => capture_date <= end && (payment_reference === undefined || (paid.get(payment_reference) ?? "") > end),
    );
    const groups = new Map<string, KlarnasLine[]>();
    for (const line of open) {
      const brought = line.payment_reference ? `${line.payment_reference}, ${paid.get(line.payment_reference)?.slice(0, 10)}` : "In no payout yet";
      groups.set(`${brought} ${line.currency_code}`, [...(groups.get(`${brought} ${line.currency_code}`) ?? []), line]);
    }
    await page.goto(`/test/payouts/in-transit?to=${day}`);
    const rows = (await cellsOf(page.getByRole("table", { name: "What was captured and not paid out" }))).filter(([, merchant]) => merchant === "K990017");
    const expected = [...groups].map(([name, own]) => {
      const [sales, refunds, fees] = [["SALE"], ["RETURN", "REVERSAL", "REVERSAL_MERCHANT_PROTECTION"], ["FEE", "FEE_REFUND"]].map((types) =>
        sumOf(own, typed(1, ...types)),
      ) as [number, number, number];
      const other = sumOf(own, signed) - sales - refunds - fees;
      const total = sumOf(own, signed) + sumOf(own, vat);
      return [name.slice(0, -4), "K990017", ...[sales, refunds, fees, sumOf(own, vat), other].map(money), named(name.slice(-3), total)];
    });
    expect(expected, day).not.toEqual([]);
    expect([...rows].sort(), day).toEqual(expected.sort());
    for (const currency of new Set(open.map(({ currency_code }) => currency_code))) {
      const own = open.filter(({ currency_code }) => currency_code === currency);
      await expect(page.getByLabel("In transit, by merchant and currency")).toContainText(named(currency, sumOf(own, signed) + sumOf(own, vat)));
    }
  }
});
