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

test("Whoever can't see or can't point is told why a merchant's file isn't there", async ({ somebody, expectErrors }) => {
  expectErrors(/status of (503|404)/);
  const visitor = await somebody("operations");
  const { page } = visitor;
  const merchant = await onboard(visitor, { extra_account_data: whole });
  const address = `/test/merchants/${encodeURIComponent(merchant.account_id)}`;
  const answer = (status: number, code: string) =>
    page.route("**/api/desk/merchants/*/file?*", (route) => route.fulfill({ status, json: { status, code, message: "Klarna says no.", fields: [] } }));
  await answer(503, "KLARNA_UNREACHABLE");
  await page.goto(`${address}/bank-accounts`);
  await expect(page.getByText(/^Not read: .*Klarna can't be reached/).first()).toBeVisible();
  await expectAccessible(page, "bank accounts that can't be read");
  await answer(404, "RESOURCE_NOT_FOUND");
  await page.goto(`${address}/people`);
  await expect(page.getByText(/^Klarna doesn't know this account any more/)).toBeVisible();
  await expectAccessible(page, "people of an account that is gone");
});
