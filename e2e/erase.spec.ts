import { expectAccessible } from "./stage/accessible";
import { onboard, whole } from "./stage/merchant";
import { expect, test } from "./stage/story";

test("An admin erases a merchant from the desk, and has it read again later", async ({ somebody, place, expectErrors }) => {
  const [admin, colleague] = [await somebody("admin"), await somebody("operations")];
  const { page } = admin;
  const merchant = await onboard(admin, { extra_account_data: whole });
  const address = `/test/merchants/${encodeURIComponent(merchant.account_id)}`;
  await page.goto(address);
  await expect(page.getByRole("region", { name: "State" })).toContainText("SETUP_COMPLETE");

  // Who signed in a while ago proves first who is there.
  await place.query("UPDATE sessions SET proved_at = now() WHERE person_id = $1", [admin.person.id]);
  await page.getByRole("button", { name: "Erase from this desk" }).click();
  const dialog = page.getByRole("dialog", { name: `Erase ${merchant.account_name} from this desk?` });
  await expect(dialog).toContainText("The desk takes in nothing about it");
  const erase = dialog.getByRole("button", { name: `Erase ${merchant.account_name}` });
  await expect(erase).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page, "a question before erasing");
  await dialog.getByRole("textbox").fill(merchant.account_name);
  await erase.click();
  await expect(page.getByRole("heading", { name: "Erased from this desk" })).toBeVisible();
  await expectAccessible(page, "an erased merchant");

  const kept = await place.query("SELECT 1 FROM merchants WHERE account_id = $1 UNION ALL SELECT 1 FROM bank_index WHERE account_id = $1", [
    merchant.account_id,
  ]);
  expect(kept).toEqual([]);
  await colleague.page.goto(address);
  await expect(colleague.page.getByText("An admin can have it read again.")).toBeVisible();
  await expect(colleague.page.getByRole("button", { name: "Read it from Klarna again" })).toHaveCount(0);

  expectErrors(/status of 404/);
  await page.getByRole("button", { name: "Read it from Klarna again" }).click();
  await expect(page.getByRole("region", { name: "Owner" })).toContainText("Lagerkvist", { timeout: 30_000 });
  await expect(page.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
});
