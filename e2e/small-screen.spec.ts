import { expectAccessible } from "./stage/accessible";
import { expect, test } from "./stage/story";

test("On a telephone the menu leads on and closes behind who follows it, and Escape gives the focus back", async ({ somebody }) => {
  const { page } = await somebody("support");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/test/merchants");
  const button = page.getByRole("button", { name: "Open the menu" });
  const menu = page.getByRole("dialog", { name: "Menu" });
  await button.click();
  await expect(menu.getByRole("link", { name: "Merchants", exact: true })).toHaveAttribute("aria-current", "page");
  // The team is an admin's.
  await expect(menu.getByRole("link", { name: "Team" })).toHaveCount(0);
  await expectAccessible(page, "the menu on a telephone");
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();

  await button.press("Enter");
  await menu.getByRole("link", { name: /^Needs attention/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Needs attention" })).toBeVisible();
  await expect(menu).toBeHidden();
});
