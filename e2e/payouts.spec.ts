import { readFileSync } from "node:fs";

import { expectAccessible } from "./stage/accessible";
import { klarnas, money } from "./stage/klarnas-money";
import { expect, test } from "./stage/story";

test("Finance sees why a payout is what it is, follows an order of it, and takes Klarna's paper", async ({ place, somebody }) => {
  const { page } = await somebody("finance");
  const { payouts } = await klarnas(place);
  const euros = payouts.filter(({ currency_code }) => currency_code === "EUR");
  await page.goto("/test/payouts");
  await page.getByLabel("Currency").selectOption("EUR");
  await page.getByLabel("Merchant id").selectOption("K990017");
  await page.getByRole("button", { name: "Show" }).click();
  const total = euros.reduce((sum, { totals }) => sum + (totals.settlement_amount ?? 0), 0);
  await expect(page.getByLabel("What these payouts come to")).toContainText(`EUR ${money(total)}`);
  const [latest] = euros;
  if (!latest) throw new Error("Klarna has paid out nothing.");
  await page.getByRole("link", { name: latest.payment_reference }).click();
  await expect(page.getByRole("heading", { name: latest.payment_reference })).toBeVisible();
  await expect(page.getByRole("button", { name: "Adds up" })).toBeVisible();
  const equation = page.getByRole("region", { name: "Why it is this amount" });
  await expect(equation.getByRole("row", { name: /^Sales/ })).toContainText(money(latest.totals.sale_amount ?? 0));
  await expect(equation.getByRole("row", { name: /^Fees/ })).toContainText(`-${money(latest.totals.fee_amount ?? 0)}`);
  await expect(equation.getByRole("row", { name: /^Paid out/ })).toContainText(money(latest.totals.settlement_amount ?? 0));

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Klarna's PDF" }).click();
  const paper = await saved;
  expect(paper.suggestedFilename()).toBe(`settlement.${latest.payment_reference}.pdf`);
  expect(readFileSync((await paper.path()) ?? "", "latin1").slice(0, 5)).toBe("%PDF-");

  await page.getByRole("link", { name: /^Fee\b/ }).click();
  await expect(
    page
      .getByRole("table", { name: /^Lines/ })
      .getByRole("rowheader")
      .first(),
  ).toContainText(/fee/i);
  await page
    .getByRole("table", { name: /^Lines/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "One order across payouts" })).toBeVisible();
  await expect(page.getByText("What the merchant keeps")).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(latest.payment_reference) }).first()).toBeVisible();
});

test("Finance finds a payout by the reference on the bank statement, asks Klarna for one, and sees what is in transit", async ({
  place,
  somebody,
  expectErrors,
}) => {
  const { page } = await somebody("finance");
  const [first] = (await klarnas(place)).payouts;
  await page.goto("/test/payouts");
  await page.getByRole("textbox", { name: "Find" }).fill(` ${first?.payment_reference.toLowerCase()} `);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByRole("heading", { name: first?.payment_reference ?? "" })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^Payout ${first?.payment_reference}`));
  await page.goto("/test/payouts/NOBODYS1");
  expectErrors(/status of 404/);
  await page.getByRole("button", { name: /^Ask Klarna/ }).click();
  await expect(page.getByText(/Compare it with the bank statement/)).toBeVisible();
  await page.goto("/test/payouts");
  await page.getByRole("link", { name: "In transit" }).click();
  await expect(page.getByLabel("In transit, by merchant and currency")).toContainText("K990017");
  const transit = page.getByRole("table", { name: "What was captured and not paid out" });
  await expect(transit).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const part of ["Sales", "Refunds", "Fees", "VAT", "Other", "In transit"])
    await expect(transit.locator("tbody tr").first().locator(`td[data-label="${part}"]`)).toBeVisible();
});

test("An admin connects a merchant, is told what is wrong with the region, corrects it, and the payouts are read", async ({ place, somebody }) => {
  const { page } = await somebody("admin");
  const { apiKey } = await klarnas(place, "oc/test");
  await fetch(`${place.emulatorUrl}/__emulator/payouts`, {
    method: "POST",
    body: JSON.stringify({ region: "oc", environment: "test", plan: { payouts: 4, lines: 6, every: 48 } }),
  });
  await page.goto("/settings/payouts");
  await page.getByRole("button", { name: "Connect a merchant" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Kookaburra Lamps");
  await page.getByLabel("API key", { exact: true }).fill(apiKey);
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText(/The region is wrong: .* but does in Oceania/)).toBeVisible();
  await page.getByLabel("Region").selectOption("oc");
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText("It works")).toBeVisible();
  await expectAccessible(page, "a connection that is being made");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  const item = page.getByRole("listitem").filter({ hasText: "Kookaburra Lamps" });
  await expect(item).toContainText("klarna_test_api_…");
  expect(await page.content()).not.toContain(apiKey);
  await page.getByRole("button", { name: "Change Kookaburra Lamps" }).click();
  await expectAccessible(page, "a connection that is being changed");
  await page.getByRole("button", { name: "Leave it" }).click();
  await page.goto("/test/payouts/readings");
  await expect(page.getByRole("listitem").filter({ hasText: "Kookaburra Lamps" }).filter({ hasText: "4 payouts" })).toContainText("Done", { timeout: 30_000 });
  await page.goto("/test/payouts?merchant=A200145");
  await expect(page.getByRole("rowheader")).toHaveCount(4);
  await page.goto("/settings/payouts");
  await page.getByRole("button", { name: "Remove Kookaburra Lamps" }).click();
  await expectAccessible(page, "a connection that is being removed");
  await page.getByRole("dialog").getByRole("button", { name: "Remove Kookaburra Lamps" }).click();
  await expect(item).toHaveCount(0);
});

test("Who may not read settlements sees no way to payouts, and there are no such pages", async ({ somebody, expectErrors }) => {
  const { page } = await somebody("support");
  await page.goto("/test/merchants");
  await expect(page.getByRole("link", { name: "Payouts" })).toHaveCount(0);
  expectErrors(/status of 404/);
  for (const path of ["/test/payouts", "/test/payouts/in-transit", "/test/payouts/readings", "/settings/payouts"]) {
    await page.goto(path);
    await expect(page.getByText("There is nothing at this address")).toBeVisible();
  }
});

test("Whoever can't see or can't point uses the pages of payouts", async ({ place, somebody }) => {
  const { page } = await somebody("admin");
  const [first] = (await klarnas(place)).payouts;
  for (const [path, what] of [
    ["/test/payouts", "payouts"],
    ["/test/payouts?currency=NOK", "no payout fits"],
    ["/test/payouts?find=nobody", "nothing found"],
    ["/live/payouts", "payouts of LIVE"],
    [`/test/payouts/${first?.payment_reference}`, "a payout"],
    ["/test/payouts/in-transit", "in transit"],
    ["/test/payouts/readings", "readings"],
    ["/settings/payouts", "connections"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, what);
  }
  await page.goto(`/test/payouts/${first?.payment_reference}`);
  await page
    .getByRole("button", { name: /^All fields/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "all fields of a line");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
