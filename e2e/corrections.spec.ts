import { expectAccessible } from "./stage/accessible";
import { expect, test } from "./stage/story";
import { fillLeast, goTo, madeUpMerchant, sendButton, startWizard, text } from "./stage/wizard";

test("An operator corrects what Klarna refuses: it jumps to the field, keeps everything, and goes through as the same onboarding", async ({
  somebody,
  klarna,
  place,
  expectErrors,
}) => {
  const { page } = await somebody("operations");
  const colleague = await somebody("admin");
  const merchant = { ...madeUpMerchant(), website: "https://shop.invalid" };
  expectErrors(/status of 400.*accounts\.onboard/);
  await startWizard(page);
  const draftId = new URL(page.url()).pathname.split("/").at(-1);
  await fillLeast(page, merchant);
  await sendButton(page, merchant).click();

  await expect(page.getByText("The merchant wasn't created: some fields need a correction")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Brand and websites", level: 2 })).toBeVisible();
  const address = text(page, "Address");
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/The host of this URL can't be reached/);
  await expect(address).toHaveValue("https://shop.invalid");
  await expectAccessible(page, "a refused draft");
  await goTo(page, "Owner");
  await expect(text(page, "E-mail")).toHaveValue(merchant.owner.email);
  expect(await klarna.accountsCalled(merchant.reference)).toBe(0);

  // Who opens it elsewhere reads the same, at the field too, and stays where they came to.
  await colleague.page.goto(`/test/merchants/new/${draftId}?step=owner`);
  await expect(colleague.page.getByText("Klarna refused this when it was last sent")).toBeVisible();
  await expect(colleague.page.getByRole("list", { name: "What needs a correction" })).toContainText("The host of this URL can't be reached");
  await expect(colleague.page.getByRole("heading", { name: "Owner", level: 2 })).toBeVisible();
  await expectAccessible(colleague.page, "a draft that was refused elsewhere");
  await colleague.page.getByRole("list", { name: "What needs a correction" }).getByRole("button", { name: "Address" }).click();
  await expect(text(colleague.page, "Address")).toHaveAccessibleDescription(/The host of this URL can't be reached/);
  await page.reload();
  await expect(page.getByText("Klarna refused this when it was last sent")).toBeVisible();

  await page.getByRole("list", { name: "What needs a correction" }).getByRole("button", { name: "Address" }).click();
  await address.fill("https://shop.example");
  await expect(address).not.toHaveAccessibleDescription(/can't be reached/);
  await goTo(page, "Review");
  await sendButton(page, merchant).click();
  await expect(page.getByRole("heading", { name: merchant.name, level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/test\/merchants\/krn/);
  expect(await klarna.accountsCalled(merchant.reference)).toBe(1);
  const rows = await place.query("SELECT state, tries FROM operations WHERE attempt = $1", [draftId]);
  expect(rows, "one change, sent twice").toEqual([{ state: "confirmed", tries: 2 }]);
});

test("What the schema knows is said while typing, and an incomplete onboarding can't be sent", async ({ somebody }) => {
  const { page } = await somebody("operations");
  await startWizard(page);
  await goTo(page, "Business");
  await page.getByRole("combobox", { name: "Country" }).fill("germ");
  await page.getByRole("option", { name: "Germany" }).click();
  await text(page, "Company number").fill("HRB 1234567890123");
  await text(page, "City").focus();
  await expect(text(page, "Company number")).toHaveAttribute("aria-invalid", "true");

  await goTo(page, "Bank and payouts");
  await page.getByRole("button", { name: "Add a bank account" }).click();
  await text(page, "IBAN").fill("SE45 5000 0000 0583 9825 7467");
  await text(page, "BIC").focus();
  await expect(text(page, "IBAN")).toHaveAccessibleDescription(/check/i);

  await goTo(page, "Review");
  await expect(page.getByText(/things are missing or wrong/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Onboard New merchant" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "IBAN" }).click();
  await expect(text(page, "IBAN")).toBeFocused();
});
