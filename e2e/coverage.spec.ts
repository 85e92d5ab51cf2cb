import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

import { categories } from "@/emulator/catalogue/programs";

import { onboard } from "./stage/merchant";
import { expect, test } from "./stage/story";

test("Operations sees which programs a shop would have in Sweden and what each costs, and what becomes different in Norway", async ({ somebody }) => {
  test.slow();
  const { page } = await somebody("operations");
  await page.goto("/test/pricing");
  await page.getByRole("link", { name: "Simulate coverage" }).click();
  await expect(page.getByText("Choose what to look at")).toBeVisible();
  await page.getByLabel("Profile").selectOption({ label: "Standard" });
  await choose(page, "Category", "5411");
  await choose(page, "Country", "Sweden");
  await page.getByLabel("Currency").selectOption("SEK");
  await expect(row(page, "Pay in Full")).toContainText("Always on");
  await expect(row(page, "Pay in Full")).toContainText("1.44% + SEK 2.50");
  await expect(row(page, "Financing - Interest Free")).toContainText("2.64% + SEK 2.50");
  await expect(page.getByText("Version 2 of the program plan, version 2 of the price plan.")).toBeVisible();

  // One thing is changed, and what that changes stands beside what was.
  await choose(page, "Category", "5732");
  await expect(page.getByText(/^Compared with Grocery/)).toBeVisible();
  await expect(row(page, "Pay in Full")).toContainText("1.34% + SEK 2.50");
  await expect(row(page, "Pay in Full")).toContainText("−0.10 points");
  await page.getByRole("button", { name: "Start from here" }).click();
  await expect(page.getByText(/^Compared with/)).toBeHidden();

  // Before instalments without interest had come.
  const year = new Date().getUTCFullYear();
  await page.getByLabel("Date").fill(`${year - 2}-06-01`);
  await expect(row(page, "Financing - Interest Free")).toContainText("No longer there");
  const colleague = await somebody("finance");
  await colleague.page.goto(page.url());
  await expect(row(colleague.page, "Financing - Interest Free")).toContainText("No longer there");
});

test("Finance sees which merchants a coming change of prices touches", async ({ somebody, place }) => {
  test.slow();
  const operator = await somebody("operations");
  const name = `Prislista ${randomUUID().slice(0, 8)}`;
  const { account_id } = await onboard(operator, { account_name: name });
  const profiles: readonly { distribution_profile_id: string; name: string; price_plan_id: string }[] = await (
    await operator.context.request.get("/api/klarna/test/distributionProfiles.list")
  ).json();
  const plan = profiles.find((profile) => profile.name === "Standard")?.price_plan_id;
  const carriers = profiles.filter((profile) => profile.price_plan_id === plan).map(({ distribution_profile_id: id }) => id);
  const counted = async () => {
    const [row] = await place.query<{ count: number }>(
      `SELECT count(DISTINCT m.account_id)::int AS count FROM merchants m, jsonb_array_elements(m.products) p WHERE m.environment = 'test'
         AND p->>'distribution_profile_id' = ANY($1) AND p->>'merchant_category_code' = ANY($2)`,
      [carriers, categories],
    );
    return row?.count ?? 0;
  };
  // The directory knows a new merchant's products once it has been read.
  const products = async () =>
    (await place.query('SELECT FROM merchants WHERE account_id = $1 AND products @> \'[{"merchant_category_code":"5712"}]\'', [account_id])).length;
  await expect.poll(products, { timeout: 30_000 }).toBe(1);
  const least = await counted();
  expect(least).toBeGreaterThan(0);

  const { page } = await somebody("finance");
  await page.goto("/test/pricing?look=plans");
  await page.getByRole("link", { name: "Whom the change of Standard 2.0 touches" }).click();
  const told = page.getByText(/1,560 prices become different, in 26 categories\. [\d,]+ merchants? ha/);
  await expect(told).toBeVisible();
  const total = Number(/([\d,]+) merchant/.exec((await told.textContent()) ?? "")?.[1]?.replaceAll(",", ""));
  // Other stories onboard meanwhile.
  expect(total).toBeGreaterThanOrEqual(least);
  expect(total).toBeLessThanOrEqual(await counted());
  const shop = page.getByRole("table", { name: "Merchants that the change touches" }).getByRole("link", { name });
  const more = page.getByRole("button", { name: "Show more" });
  while (!(await shop.isVisible()) && (await more.isVisible())) {
    const shown = await page.getByRole("row").count();
    await more.click();
    await expect.poll(() => page.getByRole("row").count()).toBeGreaterThan(shown);
  }
  await expect(shop).toBeVisible();

  // A change of programs is told in the same way.
  const changes = page.getByRole("combobox", { name: "Change" });
  const shops = changes.getByRole("option", { name: /^Programs of Standard, High volume/ });
  await changes.selectOption((await shops.first().getAttribute("value")) ?? "");
  await expect(page.getByText(/52 places of programs become different, in 26 categories\. [\d,]+ merchants? ha/)).toBeVisible();
});

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).fill(text);
  await page
    .getByRole("option", { name: new RegExp(text) })
    .first()
    .click();
}

function row(page: Page, name: string) {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
}
