import type { Page } from "@playwright/test";

import { expect, test } from "./stage/story";

const place = { category: "5411", country: "SE", currency: "SEK" };

test("Finance asks what a 1,000 kr order costs and why", async ({ somebody, expectErrors }) => {
  test.slow();
  expectErrors(/status of 404/);
  const { page } = await somebody("finance");
  await page.goto("/test/merchants");
  await page.getByRole("link", { name: "Prices" }).click();
  await expect(page.getByRole("heading", { name: "Prices", level: 1 })).toBeVisible();
  await expect(page.getByText(/Version 2, from 1 July \d{4}/)).toBeVisible();

  // A day before the first version is no refusal, and what an address says wrongly is left aside.
  await page.getByLabel("Date", { exact: true }).fill("1999-01-01");
  await expect(page.getByText("Klarna has no version of this plan for 1 January 1999")).toBeVisible();
  await expect(page.getByText(/Klarna refused/)).toHaveCount(0);
  await page.getByRole("button", { name: "Rates of today" }).click();
  await expect(page.getByText(/Version 2, from 1 July \d{4}/)).toBeVisible();
  await page.goto("/test/pricing?date=zzz");
  await expect(page.getByText(/Version 2, from 1 July \d{4}/)).toBeVisible();

  // It is asked for step by step, and what is missing is said.
  await page.getByRole("button", { name: "What would it cost" }).click();
  await expect(page.getByText("In which currency?").or(page.getByText("The fee can't be computed"))).toBeVisible();
  await page.getByLabel("Currency").selectOption("SEK");
  await choose(page, "Country", "Sweden");
  await choose(page, "Category", "5411");
  await expect(page.getByText(/rates fit and differ by program/)).toBeVisible();
  await page.getByLabel("Program").selectOption({ label: "Pay in Full" });

  // 1.44% of 1,000.00 and 2.50; 25% tax of each, rounded by itself.
  await expect(figure(page, "Fee")).toHaveText("SEK 16.90");
  await expect(figure(page, "Tax on it, a hint")).toHaveText("SEK 4.23");
  await expect(figure(page, "Share of the order")).toHaveText("1.69%");
  await expect(figure(page, "Left of the order")).toHaveText("SEK 978.87");
  await expect(step(page, "Variable fee")).toContainText("1,000.00 × 1.44% = 14.40");
  await expect(step(page, "Fee as a share of the order")).toContainText("16.90 ÷ 1,000.00");

  // In three parcels it is three fees.
  await page.getByLabel("Number of captures").fill("3");
  await expect(figure(page, "Fee")).toHaveText("SEK 21.90");
  await expect(step(page, "Variable fee of the first capture")).toContainText("333.34 × 1.44% = 4.800096, rounded to 4.80");

  // What can't be read is said, and stays as it was typed.
  await page.getByLabel("Amount in SEK").fill("a thousand");
  await expect(page.getByText("Write the amount in digits, such as 1000 or 1,000.50, in SEK")).toBeVisible();
  await expect(page.getByLabel("Amount in SEK")).toHaveValue("a thousand");
  await page.getByLabel("Amount in SEK").fill("1 000,00");
  await page.getByLabel("Number of captures").fill("1");
  await expect(figure(page, "Fee")).toHaveText("SEK 16.90");

  // Whoever gets the address sees the same.
  const colleague = await somebody("support");
  await colleague.page.goto(page.url());
  await expect(figure(colleague.page, "Fee")).toHaveText("SEK 16.90");
});

test("Finance sees what changes on which date, and compares two categories", async ({ somebody }) => {
  test.slow();
  const { page } = await somebody("finance");
  await page.goto("/test/pricing");
  const year = new Date().getUTCFullYear() + 1;
  await page.getByRole("button", { name: "Coming changes" }).click();
  await expect(page.getByText(`Standard 2.0 on 1 January ${year}`)).toBeVisible();
  await expect(page.getByRole("region", { name: "Travel and hospitality" }).getByRole("row", { name: /Version 3/ })).toContainText("To come");
  await page.getByRole("button", { name: "What changes in Standard 2.0" }).click();
  await expect(page.getByText("1,560 of 1,560 prices differ.")).toBeVisible();
  const row = page.getByRole("row", { name: /Grocery/ }).first();
  await expect(row).toContainText("1.44% + SEK 2.50");
  await expect(row).toContainText("1.34% + SEK 2.50");
  await expect(row).toContainText("−0.10 points");

  await page.goto(`/test/pricing?${new URLSearchParams({ look: "compare", by: "category", ...place })}`);
  await expect(page.getByText("Which two categories?")).toBeVisible();
  await choose(page, "With category", "5732");
  await expect(page.getByText("5 of 5 prices differ.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Show everything" }).click();
  await expect(page.getByRole("checkbox", { name: "Show everything" })).toBeChecked();
  await expect(page.getByRole("row", { name: /Pay in Full/ })).toContainText("−0.10 points");
});

test("What Klarna would refuse isn't asked, and what can't be told isn't guessed", async ({ somebody, klarna }) => {
  const { page } = await somebody("auditor");
  await page.goto("/test/pricing");
  await expect(page.getByText(/1,560 rates/)).toBeVisible();
  // At least one thing has to be asked for: the form knows.
  const asked = await klarna.received("pricePlans.get");
  await page.getByLabel("Date").fill("");
  await expect(page.getByText(/Klarna wants at least one of these/)).toBeVisible();
  expect(await klarna.received("pricePlans.get")).toBe(asked);

  // A category that only settlements have is shown, and priced without it: where that isn't one price, none is said.
  await page.goto(`/test/pricing?${new URLSearchParams({ look: "rates", ...place, category: "5412" })}`);
  await expect(page.getByText("Klarna doesn't list category 5412")).toBeVisible();
  await page.getByRole("button", { name: "What would it cost" }).click();
  await page.getByLabel("Program").selectOption({ label: "Pay in Full" });
  await expect(page.getByText("The fee can't be computed")).toBeVisible();
  await expect(page.getByText(/so it was left aside; 26 rates fit and differ by category/)).toBeVisible();
});

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).fill(text);
  await page
    .getByRole("option", { name: new RegExp(text) })
    .first()
    .click();
}

function figure(page: Page, term: string) {
  return page
    .locator("dl > div")
    .filter({ has: page.getByText(term, { exact: true }) })
    .locator("dd");
}

function step(page: Page, name: string) {
  return page
    .getByRole("table", { name: "How the fee comes about" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name, exact: true }) });
}
