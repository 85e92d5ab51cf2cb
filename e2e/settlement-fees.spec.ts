import { emulatorKeys } from "../scripts/desk/settings.mjs";
import { differencesIn, type ReportRow, rowsOf } from "../test/server/settlements/fee-oracle";
import { expectAccessible } from "./stage/accessible";
import { ask } from "./stage/ask";
import type { Place } from "./stage/place";
import { expect, test } from "./stage/story";

// What the stories ask of Klarna themselves isn't taken from what others may ask.
test.use({ alone: true });

/** As people read it. */
const euros = (minor: number) => (minor / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 });

/** What Klarna itself says a purchase costs, row by row: nothing of the desk is asked. */
async function reckoned({ emulatorUrl }: Place, id: string) {
  const headers = { authorization: `Basic ${emulatorKeys.test}` };
  const report = await (await fetch(`${emulatorUrl}/v2/settlement/settlements/${id}/csv`, { headers })).text();
  const known = new Map<string, { percentage: number; fixed: number }>();
  const price = async (row: ReportRow) => {
    const search = new URLSearchParams({
      ...{ date_time: row.pricing_evaluated_at ?? "", merchant_category_code: row.merchant_category_code ?? "" },
      ...{ currency: row.currency ?? "", payment_program_id: row.payment_program_id ?? "", size: "1" },
    });
    const address = `${emulatorUrl}/v2/distribution/products/payment/price-plans/${row.price_plan_id}?${search}`;
    const before = known.get(address);
    if (before) return before;
    const { rates } = (await (await fetch(address, { headers })).json()) as { rates: { buy_rate: { percentage: number; fixed_amount: number } }[] };
    const found = { percentage: Number(rates[0]?.buy_rate.percentage), fixed: Number(rates[0]?.buy_rate.fixed_amount) };
    known.set(address, found);
    return found;
  };
  const rows = rowsOf(report);
  return { rows, wrong: await differencesIn(rows, price) };
}

test("A report that adds up takes more than the price plans say: finance sees which fees, whose, and exactly how much", async ({ somebody, klarna, place }) => {
  test.slow();
  const { page } = await somebody("finance");
  const id = `FEES-${Date.now()}`;
  await klarna.liftLimits();
  await klarna.settle({ settlement_id: id, rows: 240, seed: 9, fault: "some variable fees are above the plan" });
  const { rows, wrong } = await reckoned(place, id);
  const gap = [...wrong.values()].reduce((sum, difference) => sum + difference, 0);
  await page.goto(`/test/settlements/${id}`);
  await expect(page.getByRole("button", { name: "Adds up" })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Fees" }).click();
  await expect(page.getByText(`${wrong.size} fees differ from the price plans: EUR ${euros(-gap)} too much was taken`)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, "fees of a settlement");

  const found = page.getByRole("table", { name: "Fees by what was found of them" });
  const priced = rows.filter(({ detailed_type }) => detailed_type === "PAYMENT_FIXED_FEE" || detailed_type === "PAYMENT_VARIABLE_FEE");
  await expect(found.getByRole("row", { name: /Charged as the plan says/ })).toContainText(String(priced.length - wrong.size));
  await expect(found.getByRole("row", { name: /Another amount/ })).toContainText(`-${euros(-gap)}`);
  await expect(found.getByRole("row", { name: /don't say what this kind of fee costs/ })).toContainText("Can't be checked");

  const differing = page.getByRole("table", { name: /Fees that aren't what the price plan says/ });
  await expect(differing.locator("tbody tr")).toHaveCount(wrong.size);
  for (const [line, difference] of wrong)
    await expect(differing.getByRole("row", { name: new RegExp(`line ${line}\\)`) })).toContainText(`-${euros(-difference)}`);

  const own = rows.filter(({ line }) => wrong.has(Number(line)));
  const account = own[0]?.account_id ?? "";
  const theirs = own.filter(({ account_id }) => account_id === account);
  await page.goto(`/test/settlements/${id}/fees?${new URLSearchParams({ account })}`);
  await expect(differing.locator("tbody tr")).toHaveCount(theirs.length);
  await page.getByRole("link", { name: "Show everybody's" }).click();
  await expect(differing.locator("tbody tr")).toHaveCount(wrong.size);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "All that differ as CSV" }).click();
  const sheet = await (await (await download).createReadStream()).toArray();
  const lines = Buffer.concat(sheet).toString("utf8").trimEnd().split("\r\n").slice(1);
  const decimals = (minor: number) => (minor / 100).toFixed(2);
  expect(lines.map((line) => [line.split(",")[0], line.split(",").at(-2)])).toEqual(
    [...wrong].sort(([one], [other]) => one - other).map(([line, difference]) => [String(line), decimals(difference)]),
  );

  // On a phone the sections are wider than the page: the one that is shown is to be seen.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/test/settlements/${id}/fees`);
  await expect(page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Fees" })).toBeInViewport({ ratio: 0.9 });
  await page.setViewportSize({ width: 1280, height: 720 });

  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText(/held against the price plans/)).toBeVisible({ timeout: 30_000 });
  await expect(differing.locator("tbody tr")).toHaveCount(wrong.size);
});

test("Fees whose plans can't be read are never called right, and nobody in support sees any", async ({ somebody, klarna, expectErrors }) => {
  test.slow();
  const { page } = await somebody("finance");
  const id = `UNREAD-${Date.now()}`;
  await klarna.settle({ settlement_id: id, rows: 60, seed: 10, priced: false });
  await page.goto(`/test/settlements/${id}/fees`);
  await expect(page.getByText(/^None of \d+ fees can be checked$/)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText("Klarna doesn't list its price plan")).toBeVisible();
  await expectAccessible(page, "fees that can't be checked");
  const support = await somebody("support");
  expectErrors(/status of 40[34]/);
  await support.page.goto(`/test/settlements/${id}/fees`);
  await expect(support.page.getByText("There is nothing at this address")).toBeVisible();
  for (const path of ["fees", "fees/lines", "fees/merchants", "fees/csv"])
    expect((await ask(support.page, `/api/desk/settlements/${id}/${path}?environment=test`)).status, path).toBe(403);
});
