import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

import { expectAccessible } from "./stage/accessible";
import { cellsOf, type KlarnasPayout, klarnas, klarnasSettlement, money } from "./stage/klarnas-money";
import type { Place } from "./stage/place";
import { expect, test } from "./stage/story";

test.use({ alone: true });

const accounts = { Bank: "1930", "Klarna clearing": "1580", "Fixed fees": "6571", "Variable fees": "6572", "Other fees": "6573", "VAT on fees": "2641" };
const more = { Reserve: "1681", "Debt to Klarna": "2390", Chargebacks: "6350", Commission: "3990", Other: "3999" };

test("A month of payouts and settlements goes to the books and balances", async ({ place, somebody, expectErrors }) => {
  test.slow();
  const { month, payouts } = await busiestMonth(place);
  await announce(place, { settlement_id: "BOOKS-1", rows: 300, currency: "EUR", to: `${month}-05T22:00:00Z` });
  await announce(place, { settlement_id: "BOOKS-2", rows: 20, currency: "EUR", to: `${month}-06T22:00:00Z`, fault: "the amount isn't the sum of its parts" });
  const { page } = await somebody("finance");
  await page.goto(`/test/books?month=${month}`);
  await expectMonth(page, payouts, { "BOOKS-1": await klarnasSettlement(place, "BOOKS-1"), "BOOKS-2": await klarnasSettlement(place, "BOOKS-2") });
  await page.getByRole("button", { name: "Export…" }).click();
  await expect(page.getByText("Some parts have no account yet")).toBeVisible();
  await page.getByRole("button", { name: "Leave it" }).click();
  await nameAccounts(page);

  await page.getByRole("button", { name: "Export…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("table", { name: "What is left out, and why" })).toContainText("Settlement BOOKS-2");
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: /^Export \d+ entries$/ }).click();
  const rows = rowsIn(readFileSync((await (await saved).path()) ?? "", "utf8"));
  const sum = (column: string, of: (row: Readonly<Record<string, string>>) => boolean) =>
    rows.filter(of).reduce((so, row) => so + BigInt((row[column] || "0.00").replace(".", "")), 0n);
  for (const id of new Set(rows.map((row) => row.voucher)))
    expect(
      sum("debit", (row) => row.voucher === id),
      id,
    ).toBe(sum("credit", (row) => row.voucher === id));
  const settlement = await klarnasSettlement(place, "BOOKS-1");
  for (const currency of new Set(payouts.map(({ currency_code }) => currency_code))) {
    const paid = payouts.filter((payout) => payout.currency_code === currency && payout.merchant_settlement_type !== "GROSS_FEE");
    const own = paid.reduce((so, { totals }) => so + BigInt(totals.settlement_amount ?? 0), currency === "EUR" ? settlement : 0n);
    expect(
      sum("debit", (row) => row.account === "1930" && row.currency === currency),
      currency,
    ).toBe(own);
  }

  await expect(page.getByRole("region", { name: "Exports" }).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Export…" }).click();
  await expect(dialog.getByText(/^0 entries to be exported/)).toBeVisible();
  await page.getByRole("button", { name: "Leave it" }).click();
  await page.getByRole("button", { name: /^Lock / }).click();
  await expect(page.getByText(/ is locked$/)).toBeVisible();

  const { page: auditors } = await somebody("auditor");
  await auditors.goto(`/test/books?month=${month}`);
  await expect(auditors.getByRole("region", { name: "Exports" }).getByRole("button", { name: "Download" })).toBeVisible();
  await expect(auditors.getByRole("button", { name: /Export…|Lock|Take back|Change accounts/ })).toHaveCount(0);
  const { page: supports } = await somebody("support");
  expectErrors(/status of 404/);
  await supports.goto("/test/books");
  await expect(supports.getByText("There is nothing at this address")).toBeVisible();
});

test("Whoever can't see or can't point takes a month to the books", async ({ place, somebody, expectErrors }) => {
  test.slow();
  expectErrors(/status of 40|ERR_FAILED/);
  await announce(place, { settlement_id: "BOOKS-3", rows: 50, currency: "SEK", to: "2024-03-05T22:00:00Z" });
  const { page } = await somebody("finance");
  await page.goto("/test/books?month=2001-01");
  await expect(page.getByText("Nothing was paid out in this month")).toBeVisible();
  await expectAccessible(page, "an empty month");
  await page.goto("/test/books?month=2024-03");
  await page.getByRole("button", { name: "Change accounts" }).click();
  const bank = page.getByRole("group", { name: /^Bank/ });
  await bank.getByLabel("Number").fill("");
  await bank.getByLabel("Name").fill("Our bank");
  await page.getByRole("button", { name: "Save accounts" }).click();
  await expect(page.getByText("Give the account's number, or take its name away")).toBeVisible();
  await expectAccessible(page, "accounts, with a fault");
  // What is typed is there again after the dialog was closed.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Change accounts" }).click();
  await expect(bank.getByLabel("Name")).toHaveValue("Our bank");
  await page.getByRole("button", { name: "Leave them as they were" }).click();
  await nameAccounts(page);
  await page.getByRole("button", { name: "Export…" }).click();
  await expect(page.getByRole("table", { name: "What each account gets in SEK" })).toBeVisible();
  await expectAccessible(page, "looking at an export");
  // It is made, and its answer is lost on the way: nobody is told that it failed, and it isn't made twice.
  const makes = "**/api/desk/books/exports";
  await page.route(makes, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Export 1 entry" }).click();
  await expect(page.getByText("It isn't known whether it was exported")).toBeVisible();
  await expectAccessible(page, "an export whose answer was lost");
  await page.unroute(makes);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export again" }).click();
  await saved;
  await expect(page.getByRole("region", { name: "Exports" }).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Take back…" }).click();
  await expectAccessible(page, "a month, with an export to be taken back");
  await page.getByRole("button", { name: "Take the export back" }).click();
  await expect(page.getByText(/^Taken back/)).toBeVisible();
});

/** The month in which the emulated merchants were paid out most often, as Klarna has it. */
async function busiestMonth({ emulatorUrl, query }: Place) {
  const known = new Set(
    (await query<{ reference: string }>("SELECT payment_reference AS reference FROM payouts WHERE environment = 'test'")).map(({ reference }) => reference),
  );
  const regions = await Promise.all(["eu/test", "na/test"].map((region) => klarnas({ emulatorUrl }, region)));
  const all = regions.flatMap(({ payouts }) => payouts).filter(({ payment_reference }) => known.has(payment_reference));
  const months = all.map(({ payout_date }) => payout_date.slice(0, 7));
  const [month = "2024-01"] = [...new Set(months)].sort((one, other) => months.filter((of) => of === other).length - months.filter((of) => of === one).length);
  return { month, payouts: all.filter(({ payout_date }) => payout_date.startsWith(month)) };
}

/** What the page says of a month is what Klarna's own payouts and settlements come to: each of them, and by currency without records of invoices. */
async function expectMonth(page: Page, payouts: readonly KlarnasPayout[], settlements: Readonly<Record<string, bigint>>): Promise<void> {
  const known = [
    ...payouts.map(({ payment_reference: id, currency_code: currency, merchant_settlement_type: type, totals }) => {
      const amount = totals.settlement_amount ?? 0;
      return { id, currency, amount, paid: type === "GROSS_FEE" ? 0 : amount };
    }),
    ...Object.entries(settlements).map(([id, amount]) => ({ id, currency: "EUR", amount: Number(amount), paid: Number(amount) })),
  ];
  const items = await cellsOf(page.getByRole("table", { name: "Settlements and payouts of the month, by date" }));
  expect(items.map(([id, , , amount]) => [id, amount]).sort()).toEqual(known.map(({ id, amount, currency }) => [id, `${currency} ${money(amount)}`]).sort());
  const sums = [...new Set(known.map(({ currency }) => currency))].map((currency) => {
    const own = known.filter((one) => one.currency === currency);
    return [currency, `${currency} ${money(own.reduce((sum, { paid }) => sum + paid, 0))}`, String(own.length)];
  });
  const shown = await cellsOf(page.getByRole("table", { name: "What the month comes to, by currency" }));
  expect(shown.map((cells) => cells.slice(0, 3)).sort()).toEqual(sums.sort());
}

/** Klarna makes a settlement and announces it; the desk has read its report. */
async function announce({ emulatorUrl, query }: Place, order: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await fetch(`${emulatorUrl}/__emulator/settlements`, { method: "POST", body: JSON.stringify(order) });
  expect(answer.ok, await answer.text()).toBe(true);
  const loaded = () => query("SELECT 1 FROM settlements WHERE settlement_id = $1 AND load_id IS NOT NULL", [order.settlement_id]);
  await expect.poll(async () => (await loaded()).length, { timeout: 60_000 }).toBe(1);
}

async function nameAccounts(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Change accounts" }).click();
  for (const [label, number] of Object.entries({ ...accounts, ...more }))
    await page
      .getByRole("group", { name: new RegExp(`^${label} (?!fees)`) })
      .getByLabel("Number")
      .fill(number);
  await page.getByRole("button", { name: "Save accounts" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Accounts" })).toContainText("1930");
}

function rowsIn(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = "", ...lines] = text.split("\r\n").filter((line) => line !== "");
  const names = header.replace("\ufeff", "").split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at] ?? "", cell])));
}
