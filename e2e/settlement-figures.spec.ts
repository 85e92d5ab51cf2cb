import type { Page } from "@playwright/test";

import { expectAccessible } from "./stage/accessible";
import { money } from "./stage/klarnas-money";
import { reportOf, sumOf } from "./stage/report";
import { expect, test } from "./stage/story";
import { refreshUntil } from "./stage/waiting";

/** The parts of a summary that have transactions, with the words of each and the transactions that it is of. */
const parts: readonly (readonly [part: string, words: string, column: "type" | "detailed_type", kind: string])[] = [
  ["capture_amount", "Captures", "type", "SALE"],
  ["refund_amount", "Refunds", "type", "REFUND"],
  ["payment_fixed_fee_amount", "Fixed fees", "detailed_type", "PAYMENT_FIXED_FEE"],
  ["payment_variable_fee_amount", "Variable fees", "detailed_type", "PAYMENT_VARIABLE_FEE"],
  ["dispute_fee_amount", "Dispute fees", "detailed_type", "DISPUTE_FEE"],
  ["fee_correction_amount", "Corrected fees", "type", "FEE_CORRECTION"],
  ["chargeback_amount", "Chargebacks", "type", "CHARGEBACK"],
];
const kinds: Readonly<Record<string, string>> = {
  CAPTURE: "Capture",
  REFUND: "Refund",
  PAYMENT_FIXED_FEE: "Fixed fee",
  PAYMENT_VARIABLE_FEE: "Variable fee",
  DISPUTE_FEE: "Dispute fee",
  CHARGEBACK: "Chargeback",
  CUSTOMER_PAYMENT_DEFAULT: "Customer didn't pay",
  CORRECTION_PAYMENT_VARIABLE_FEE: "Variable fee corrected",
};

test("Every figure of a settlement is what its file comes to: its parts, its kinds, its days, its merchants, and what is left of a payment", async ({
  somebody,
  klarna,
  place,
}) => {
  test.slow();
  const { page } = await somebody("finance");
  const id = `SUMS-${Date.now()}`;
  await klarna.settle({ settlement_id: id, rows: 420, seed: 31, currency: "NOK", to: "2024-03-04T00:00:00Z", opening_debt: -123_456 });
  const { summary, rows } = await reportOf(place, id);
  const amount = money(Number(summary.settlement_amount));
  const of = (column: string, value: string | undefined) => rows.filter((row) => row[column] === value);

  await page.goto("/test/settlements");
  await refreshUntil(page, page.getByRole("row", { name: new RegExp(id) }).getByRole("button", { name: "Adds up" }));
  await page.getByRole("link", { name: id }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(amount);

  // All transactions with their tax, and the debt that none stands for.
  const repaid = Number(summary.repay_amount);
  expect(repaid).toBe(123_456 * -1);
  const all = sumOf(rows, "amount") + sumOf(rows, "tax_amount") + repaid;
  await expect(page.getByText(`${money(all)} in all its parts, ${amount} settled.`)).toBeVisible();
  await expect(page.getByText(`${money(all)} in all transactions, ${amount} settled.`)).toBeVisible();
  const listed = parts.map(([part, words, column, kind]) => {
    const own = of(column, kind);
    return [words, money(Number(summary[part])), money(sumOf(own, "amount")), String(own.length), "none"];
  });
  const vat = ["VAT on fees", money(Number(summary.vat_amount)), money(sumOf(rows, "tax_amount")), "–", "none"];
  const expected = [...listed.filter(([, , , count]) => count !== "0"), vat, ["Debt repaid", money(repaid), "–", "–", "not listed"]];
  expect(expected.length).toBeGreaterThan(7);
  expect(sorted(await cellsOf(page, "The parts of this settlement"))).toEqual(sorted(expected));

  const picture = page.getByRole("img", { name: `come to ${amount} NOK.` });
  const steps = await picture
    .locator("> div")
    .evaluateAll((bars) => bars.map((bar) => [...bar.querySelectorAll("span")].map(({ textContent }) => textContent)));
  const drawn = [
    ...parts.map(([part, words]) => [words, Number(summary[part])] as const),
    ["VAT on fees", Number(summary.vat_amount)] as const,
    ["Debt repaid", repaid] as const,
  ];
  expect(sorted(steps.slice(0, -1))).toEqual(
    sorted(drawn.filter(([, value]) => value !== 0).map(([words, value]) => [words, `${value > 0 ? "+" : ""}${money(value)}`])),
  );
  expect(steps.at(-1)).toEqual(["Settled", amount]);

  const sums = (own: typeof rows) => [String(own.length), money(sumOf(own, "amount")), money(sumOf(own, "tax_amount"))];
  const byKind = [...new Set(rows.map((row) => row.detailed_type ?? ""))].map((kind) => [kinds[kind], ...sums(of("detailed_type", kind))]);
  expect(sorted(await cellsOf(page, "What each kind of transaction comes to"))).toEqual(sorted(byKind));
  const day = (row: (typeof rows)[number]) => row.created_at?.slice(0, 10) ?? "";
  const dayWords = (at: string) => new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const byDay = [...new Set(rows.map(day))].sort().map((at) => [dayWords(at), ...sums(rows.filter((row) => day(row) === at))]);
  expect(await cellsOf(page, "What the transactions of each day come to")).toEqual(byDay);

  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Merchants" }).click();
  const merchants = page.getByRole("table", { name: /each merchant/ });
  await expect(merchants).toBeVisible();
  const accounts = [...new Set(rows.map(({ account_id }) => account_id ?? ""))].map((account) => {
    const own = of("account_id", account);
    const typed = (...types: readonly string[]) => own.filter(({ type = "" }) => types.includes(type));
    const others = own.filter(({ type = "" }) => !["SALE", "REFUND", "FEE", "FEE_CORRECTION"].includes(type));
    const columns = [typed("SALE"), typed("REFUND"), typed("FEE", "FEE_CORRECTION")].map((some) => sumOf(some, "amount"));
    const tax = sumOf(own, "tax_amount");
    return [account, ...[...columns, tax, sumOf(others, "amount"), sumOf(own, "amount") + tax].map((minor) => money(minor))];
  });
  const shown = await merchants.locator("tbody tr").evaluateAll((lines) =>
    lines.map((line) => {
      const account = new URL(line.querySelector("a")?.href ?? "").searchParams.get("account");
      return [account, ...[...line.querySelectorAll("td > span:last-child")].slice(0, 6).map(({ textContent }) => textContent)];
    }),
  );
  expect(sorted(shown)).toEqual(sorted(accounts));

  const payment = of("type", "REFUND")[0]?.payment_transaction_id ?? "";
  const own = of("payment_transaction_id", payment);
  expect(own.length).toBeGreaterThan(3);
  await page.goto(`/test/settlements/${id}/transactions?reference=${encodeURIComponent(payment)}`);
  await page.getByRole("table").getByRole("button", { name: "Capture" }).click();
  const dialog = page.getByRole("dialog", { name: "Everything about this payment" });
  const left = money(sumOf(own, "amount") + sumOf(own, "tax_amount"));
  await expect(dialog.locator("dl > div").filter({ hasText: "What is left of it" }).locator("dd")).toHaveText(`${left} NOK`);
  const orDash = (minor: string | undefined) => (minor ? money(Number(minor)) : "–");
  expect(sorted((await cellsOf(page, /Its transactions/)).map(([kind, ids, , , ...figures]) => [kind, ids?.includes("…:capture:1"), ...figures]))).toEqual(
    sorted(
      own.map((row) => [
        ...[kinds[row.detailed_type ?? ""], row.payment_capture_id === `${payment}:capture:1`, money(Number(row.amount)), orDash(row.tax_amount)],
        row.tax_rate ? `${money(Number(row.tax_rate))}%` : "–",
      ]),
    ),
  );
  await expectAccessible(page, "everything about a payment");

  // From the merchant's side: how much was going on, and the way back to its lines.
  const merchant = own[0]?.account_id ?? "";
  await page.goto(`/test/merchants/${encodeURIComponent(merchant)}`);
  const settled = page.getByRole("region", { name: "Settlements" });
  await expect(settled).toContainText(/(captures?|No purchases) .*in settlements that ended in the last 30 days/);
  await settled.getByRole("link").click();
  await expect(page).toHaveURL((url) => url.pathname.endsWith("/transactions") && url.searchParams.get("account") === merchant);
  await expect(page.getByRole("table").locator("tbody tr").first()).toBeVisible();

  // And in its story, when this very settlement ended.
  await page.goto(`/test/merchants/${encodeURIComponent(merchant)}/activity?kinds=settlement&to=2024-03-04`);
  const told = page
    .getByRole("list", { name: "Activity" })
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href*="${id}"]`) });
  const ownRows = of("account_id", merchant);
  await expect(told).toContainText(new RegExp(`Klarna settled ${ownRows.filter(({ type }) => type === "SALE").length} captures?`));
  await expect(told).toContainText(money(sumOf(ownRows, "amount") + sumOf(ownRows, "tax_amount")));
  await expectAccessible(page, "a merchant's settlements in its activity");
});

test("A debt that has changed on its way from the settlement before is shown with how much, and accepted as that", async ({ somebody, klarna }) => {
  const { page } = await somebody("finance");
  const [before, after] = [`DEBT-A-${Date.now()}`, `DEBT-B-${Date.now()}`];
  await klarna.settle({ settlement_id: before, rows: 60, currency: "DKK", to: "2024-03-04T00:00:00Z" });
  await klarna.settle({
    settlement_id: after,
    rows: 60,
    seed: 2,
    currency: "DKK",
    to: "2024-03-11T00:00:00Z",
    fault: "the opening debt isn't the last closing debt",
  });
  await page.goto("/test/settlements");
  for (const [id, verdict] of [
    [before, "Adds up"],
    [after, "Differs"],
  ] as const)
    await refreshUntil(page, page.getByRole("row", { name: new RegExp(id) }).getByRole("button", { name: verdict }));
  await page.getByRole("link", { name: after }).click();
  await expect(page.getByText("ended with 0.00; this one begins with -43.21: -43.21 DKK unexplained.")).toBeVisible();
  await page.getByRole("button", { name: "Accept the difference" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Unexplained: -43.21 DKK in the debt from before.");
  await expectAccessible(page, "accepting a difference");
  await dialog.getByLabel("Why").fill("Klarna moved a fee to the debt");
  await dialog.getByRole("button", { name: "Accept the difference" }).click();
  await expect(page.getByRole("region", { name: "Accepted differences" })).toContainText("accepted -43.21 DKK in the debt from before");
  await expect(page.getByRole("button", { name: "Accepted" })).toBeVisible();
});

/** What stands in the cells of a table, without the headers that only cards show. */
async function cellsOf(page: Page, name: string | RegExp): Promise<readonly (readonly (string | null)[])[]> {
  const table = page.getByRole("table", { name });
  await expect(table).toBeVisible();
  return table
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td > span:last-child")].map(({ textContent }) => textContent)));
}

function sorted(rows: readonly (readonly unknown[])[]): readonly string[] {
  return rows.map((row) => row.join(" | ")).sort();
}
