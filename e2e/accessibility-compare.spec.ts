import { expectAccessible } from "./stage/accessible";
import { onboard, whole } from "./stage/merchant";
import { expect, test } from "./stage/story";

test("Whoever can't see or can't point compares merchants, and reads what can be told of one", async ({ somebody }) => {
  test.slow();
  const visitor = await somebody("operations");
  const { page } = visitor;
  const [one, other] = [await onboard(visitor, { extra_account_data: whole }), await onboard(visitor)];
  await page.goto(`/test/merchants/${encodeURIComponent(one.account_id)}`);
  await page.getByRole("region", { name: "State" }).getByRole("button", { name: "Copy text for the merchant" }).click();
  await expect(page.getByRole("dialog").getByRole("textbox")).toHaveAttribute("lang", "sv");
  await expectAccessible(page, "what to tell a merchant");
  await page.keyboard.press("Escape");

  await page.goto(`/test/merchants/compare?${new URLSearchParams({ left: one.account_id, right: other.account_id })}`);
  await expect(page.getByText(/^They differ in/)).toBeVisible();
  await expectAccessible(page, "two merchants compared");
  await page.getByRole("checkbox", { name: "Show everything" }).press("Space");
  await expect(page.getByText("The same:").first()).toBeAttached();
  await expectAccessible(page, "two merchants compared, everything");
  await page.getByRole("region", { name: "Left side" }).getByRole("button", { name: "Change" }).press("Enter");
  await page.getByRole("combobox", { name: "Merchant" }).fill(other.account_reference);
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page, "another merchant to compare with");
  await page.goto("/test/merchants/compare?left=no+account");
  await expect(page.getByText("This names no account of Klarna's")).toBeVisible();
  await expectAccessible(page, "nobody compared");
});
