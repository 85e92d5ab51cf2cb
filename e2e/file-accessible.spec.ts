import { expectAccessible } from "./stage/accessible";
import { onboard, whole } from "./stage/merchant";
import { expect, test } from "./stage/story";

test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("Whoever can't see or can't point reads a merchant's file", async ({ somebody }) => {
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await onboard(visitor, { extra_account_data: whole });
  const address = `/test/merchants/${encodeURIComponent(merchant.account_id)}`;
  for (const section of ["business", "people", "bank-accounts", "websites"]) {
    await page.goto(`${address}/${section}`);
    await expect(page.getByRole("navigation", { name: "Sections" }).locator("[aria-current=page]")).toHaveAttribute("href", new RegExp(`${section}$`));
    await expect(page.getByRole("group").first()).toBeVisible();
    await expectAccessible(page, `a merchant's ${section}`);
  }
});
