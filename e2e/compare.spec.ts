import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

import { onboard, whole } from "./stage/merchant";
import { serial } from "./stage/person";
import { expect, test } from "./stage/story";

test("Support compares two shops of a group, and copies what to tell the merchant", async ({ somebody, klarna }) => {
  test.slow();
  const operator = await somebody("operations");
  const group = `GROUP-${serial()}`;
  const north = await onboard(operator, { account_name: `Nordbutiken ${group}`, account_group_reference: group, extra_account_data: whole });
  const south = await onboard(operator, { account_name: `Sydbutiken ${group}`, account_group_reference: group, extra_account_data: whole });
  await klarna.decide(south.account_id, "disable-by-klarna");

  const { page, context } = await somebody("support");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/test/merchants?q=${group}`);
  for (const { account_name } of [north, south]) await page.getByRole("checkbox", { name: `Select ${account_name}` }).check();
  await page.getByRole("region", { name: "Selected merchants" }).getByRole("link", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { name: "Compare two merchants", level: 1 })).toBeVisible();
  await expect(field(page, "Account", "State")).toContainText("Disabled by Klarna");
  await expect(field(page, "Account", "Name")).toContainText(north.account_name);
  await expect(field(page, "Account", "Group reference")).toBeHidden();
  await expect(page.getByText(/masked values? looks? the same/)).toBeVisible();
  await expect(field(page, "Payouts and bank accounts", "IBAN")).toContainText("SE•• •••• 7466");
  await expect(page.getByRole("region", { name: "Business" })).toBeHidden();

  // What is the same is there when it is asked for, and the address says so to whoever gets it.
  await page.getByRole("checkbox", { name: "Show everything" }).check();
  await expect(field(page, "Account", "Group reference")).toContainText(group);
  const colleague = await somebody("finance");
  await colleague.page.goto(page.url());
  await expect(field(colleague.page, "Account", "Group reference")).toContainText(group);
  await expect(colleague.page.getByRole("region", { name: "People" })).toContainText("Not shown to your role");
  await expect(colleague.page.locator("main")).not.toContainText("Lagerkvist");

  // Sides are swapped and chosen anew.
  const names = () => page.getByRole("region", { name: /side$/ }).getByRole("heading").allTextContents();
  const before = await names();
  await page.getByRole("link", { name: "Swap sides" }).click();
  await expect.poll(names).toEqual([...before].reverse());

  // The shop's page says what to tell it: in its own language, and what that is in English.
  await page.getByRole("region", { name: /side$/ }).getByRole("link", { name: south.account_name }).click();
  await page.getByRole("region", { name: "State" }).getByRole("button", { name: "Copy text for the merchant" }).click();
  const dialog = page.getByRole("dialog");
  const text = dialog.getByRole("textbox");
  await expect(text).toHaveAttribute("lang", "sv");
  await expect(text).toHaveValue(/Klarna har stängt av ditt konto\./);
  await expect(dialog.getByRole("region", { name: "In English" })).toContainText("Klarna has switched off your account.");
  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.inputValue());

  // Another language is chosen, and stays while the merchant's pages are open.
  await dialog.getByLabel("Language").selectOption("English");
  await expect(text).toHaveValue(/Klarna has switched off your account\./);
  await expect(dialog.getByRole("region", { name: "In English" })).toBeHidden();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "Products" }).getByRole("button", { name: "Copy text for the merchant" }).click();
  await expect(text).toHaveValue(/Klarna has switched off a payment product of your account\./);
});

test("A merchant is compared from its page with one that is found by name or by its account id", async ({ somebody, expectErrors }) => {
  const operator = await somebody("operations");
  const [one, other] = [await onboard(operator), await onboard(operator, { extra_account_data: whole })];
  const { page } = await somebody("auditor");
  await page.goto(`/test/merchants/${encodeURIComponent(one.account_id)}`);
  await page.getByRole("button", { name: "Compare with …" }).click();
  await page.getByRole("combobox", { name: "Merchant" }).fill(other.account_reference);
  await page.getByRole("option", { name: other.account_name }).click();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(field(page, "Business", "Registered name")).toContainText(whole.business_information.business_name);
  await expect(field(page, "People", "How many")).toContainText("1");
  await expect(page.locator("main")).not.toContainText("Vintersjö");

  expectErrors(/status of 404/);
  const stranger = "krn:partner:global:account:test:NOBODY3";
  await page.getByRole("region", { name: "Right side" }).getByRole("button", { name: "Change" }).click();
  await page.getByRole("combobox", { name: "Merchant" }).fill(stranger);
  await page.getByRole("option", { name: stranger }).click();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page.getByRole("region", { name: "Right side" })).toContainText("Klarna knows no such account");
  await expect(page.getByText(/^Only one of them could be read/)).toBeVisible();
  await expect(field(page, "Account", "Name")).toContainText(one.account_name);
});

test("What Klarna refused is told to its support without anything personal in it", async ({ somebody }) => {
  const operator = await somebody("operations");
  const merchant = await onboard(operator);
  const { page } = await somebody("support");
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  await expect(page.getByRole("region", { name: "State" })).toContainText("SETUP_COMPLETE");
  // Klarna takes it once; the second is refused.
  const search = new URLSearchParams({ account_id: merchant.account_id });
  const setSignUp = () =>
    operator.context.request.patch(`/api/klarna/test/accountInformation.update?${search}`, {
      headers: { "x-attempt": randomUUID() },
      data: { account_created_from_ip: "192.0.2.7", account_created_at: "2026-01-02T03:04:05Z" },
    });
  expect((await setSignUp()).status()).toBe(200);
  const refusal = await setSignUp();
  expect(refusal.status()).toBe(409);
  const { errorId } = await refusal.json();
  await page.reload();
  const refused = page.getByRole("list", { name: "What happened" }).getByRole("listitem").filter({ hasText: errorId });
  await refused.getByRole("button", { name: "Copy for Klarna support" }).click();
  const text = await page.getByRole("dialog").getByRole("textbox").inputValue();
  for (const line of [
    "Environment: TEST",
    `Account: ${merchant.account_id}`,
    "Operation: PATCH /v2/accounts/{account_id}/extra-account-data/account-information",
  ])
    expect(text.split("\n")).toContain(line);
  expect(text).toContain(`Error id: ${errorId}`);
  expect(text).toMatch(/Idempotency key: [0-9a-f-]{36}/);
  expect(text).not.toMatch(/Åkerbär|Omar|192\.0\.2\.7/);
  await page.keyboard.press("Escape");
  await refused.getByRole("button", { name: "Copy text for the merchant" }).click();
  await expect(page.getByRole("dialog").getByRole("textbox")).toHaveValue(
    /We asked Klarna to note when and where your account was opened\. Klarna did not accept it/,
  );
});

/** A field of a section of the comparison, with both its values. */
function field(page: Page, section: string, label: string) {
  return page
    .getByRole("region", { name: section })
    .locator("dl > div")
    .filter({ has: page.getByText(label, { exact: true }) });
}
