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

test("A tablet that is turned with the menu open shows it until it is closed, and the page behind is there again", async ({ somebody }) => {
  const { page } = await somebody("support");
  await page.setViewportSize({ width: 744, height: 1133 });
  await page.goto("/test/merchants");
  const menu = page.getByRole("dialog", { name: "Menu" });
  await page.getByRole("button", { name: "Open the menu" }).click();
  await page.setViewportSize({ width: 1133, height: 744 });
  await expect(menu).toBeVisible();
  await menu.getByRole("button", { name: "Close the menu" }).click();
  await expect(menu).toBeHidden();
  await page.getByRole("button", { name: "Filters" }).click();
  await expect(page.getByRole("region", { name: "Filters" })).toBeVisible();
});
