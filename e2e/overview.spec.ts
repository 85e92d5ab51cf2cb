import { expectAccessible } from "./stage/accessible";
import { expect, test } from "./stage/story";
import { aMinutePasses, refreshUntil } from "./stage/waiting";

test("Finance begins the week: sees what doesn't add up, what a week came to, and goes from a figure to what it counts", async ({
  place,
  somebody,
  klarna,
}) => {
  test.slow();
  const { page } = await somebody("finance");
  const wrong = `V-${Date.now()}`;
  await klarna.settle({ settlement_id: wrong, rows: 200, fault: "the VAT is off by five" });
  await page.goto("/test/settlements");
  await refreshUntil(page, page.getByRole("row", { name: new RegExp(wrong) }).getByRole("button", { name: "Differs" }));
  await page.getByRole("navigation").getByRole("link", { name: "Finance" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Finance" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Don't add up \d/ })).toBeVisible();

  // The figures of a week are those of Klarna's own list.
  const { payouts } = (await (await fetch(`${place.emulatorUrl}/__emulator/payouts/eu/test`)).json()) as {
    payouts: readonly { payout_date: string; currency_code: string; totals: Readonly<Record<string, number>> }[];
  };
  const euros = payouts.filter(({ currency_code }) => currency_code === "EUR");
  const [latest] = euros;
  if (!latest) throw new Error("Klarna has paid out nothing.");
  const day = new Date(latest.payout_date);
  const monday = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  const week = euros.filter(({ payout_date }) => Date.parse(payout_date) >= monday && Date.parse(payout_date) < monday + 7 * 86_400_000);
  const paid = week.reduce((sum, { totals }) => sum + (totals.settlement_amount ?? 0), 0);
  const table = page.getByRole("region", { name: "Payouts in EUR" }).getByRole("table");
  const name = new Date(monday).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const row = table.getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(row).toContainText((paid / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 }));

  await page.getByLabel("Look back").selectOption({ label: "4 weeks" });
  await expect(page).toHaveURL(/weeks=4/);
  await expect(table.getByRole("row")).toHaveCount(5);
  await row
    .getByRole("link", { name: String(week.length) })
    .first()
    .click();
  await expect(page).toHaveURL(/\/test\/payouts\?from=.*currency=EUR/);
  await expect(page.getByRole("rowheader")).toHaveCount(week.length);

  await page.goBack();
  await page.getByRole("link", { name: /^Don't add up \d/ }).click();
  await expect(page.getByRole("link", { name: wrong })).toBeVisible();
  await aMinutePasses(place);
  await page.goto("/attention?tab=all&rule=settlement-differs");
  await refreshUntil(page, page.getByText(`Settlement ${wrong}`));
});

test("Whoever can't see or can't point reads the overview for finance; who may not read settlements finds no such page", async ({ somebody, expectErrors }) => {
  test.slow();
  const { page } = await somebody("finance");
  for (const [path, what] of [
    ["/test/finance", "the overview for finance"],
    ["/test/finance?weeks=4&until=2020-01-01", "weeks without anything"],
    ["/live/finance", "the overview of LIVE"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "Finance" })).toBeVisible();
    await expectAccessible(page, what);
  }
  await expect(page.getByText("Nothing in these weeks").or(page.getByText("is known yet")).or(page.getByRole("table").first())).toBeVisible();
  // The desk is away: what was read stays, and it is said how old it is.
  await page.goto("/test/finance");
  await page.route("**/api/desk/finance**", (route) => route.abort());
  expectErrors(/ERR_FAILED|status of 404/);
  await page
    .getByRole("button", { name: /refresh/i })
    .first()
    .click();
  await expect(page.getByRole("button", { name: /again/i }).first()).toBeVisible();
  await expect(page.getByRole("table").first()).toBeVisible();
  await expectAccessible(page, "an overview that couldn't be read again");
  const { page: support } = await somebody("support");
  await support.goto("/test/finance");
  await expect(support.getByText("There is nothing at this address")).toBeVisible();
});
