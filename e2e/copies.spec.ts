import { ask } from "./stage/ask";
import { onboard, whole } from "./stage/merchant";
import { expect, test } from "./stage/story";
import { goTo, startWizard, text } from "./stage/wizard";

test("A copy of a merchant takes over its business, and has neither its people nor its bank data", async ({ somebody }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await onboard(visitor, { extra_account_data: whole });
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  await page.getByRole("link", { name: "Start a new one from this" }).click();
  await page.getByRole("heading", { name: "Merchant", exact: true }).waitFor();
  await expect(text(page, "Reference")).toHaveValue("");
  await goTo(page, "Business");
  await expect(text(page, "Street and number")).toHaveValue(whole.business_information.registration_address.street_address);
  await expect(text(page, "Company number")).toHaveValue("");
  await goTo(page, "Owner");
  await expect(text(page, "E-mail")).toHaveValue("");
  await goTo(page, "People");
  await expect(page.getByText("No owner and no beneficial owner is named")).toBeVisible();
  await goTo(page, "Bank and payouts");
  await expect(page.getByRole("button", { name: "Add a bank account" })).toBeVisible();

  const held = await ask(page, `/api/desk/drafts/${new URL(page.url()).pathname.split("/").at(-1)}?environment=test`);
  const said = JSON.stringify(held.answer);
  expect(said).toContain("Verkstadsgatan 4");
  for (const personal of ["Vintersjö", "19790512", "SE4550000000058398257466", "Lagerkvist", merchant.account_reference]) expect(said).not.toContain(personal);
});

test("One is told of a reference and an IBAN that another merchant has already, and may go on", async ({ somebody }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await onboard(visitor, { extra_account_data: whole });
  await startWizard(page);
  await text(page, "Reference").fill(merchant.account_reference);
  await expect(page.getByRole("link", { name: `Look at ${merchant.account_name}` })).toHaveAttribute(
    "href",
    `/test/merchants/${encodeURIComponent(merchant.account_id)}`,
  );
  await goTo(page, "Bank and payouts");
  await page.getByRole("button", { name: "Add a bank account" }).click();
  await text(page, "IBAN").fill("SE45 5000 0000 0583 9825 7466");
  await expect(text(page, "IBAN")).toHaveAccessibleDescription(/already|another|other/i);
  await expect(text(page, "IBAN")).not.toHaveAttribute("aria-invalid", "true");
});
