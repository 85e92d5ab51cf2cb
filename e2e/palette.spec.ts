import { expectAccessible } from "./stage/accessible";
import { onboard } from "./stage/merchant";
import { expect, test } from "./stage/story";

test.describe.configure({ mode: "parallel" });

const box = { name: "Search merchants, pages and commands" };

test("On the phone with a merchant, support finds it by a misspelt name, without a mouse", async ({ somebody }) => {
  const { account_name, account_id } = await onboard(await somebody("operations"));
  const { page } = await somebody("support");
  await page.goto("/settings/account");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", box)).toBeFocused();
  await expectAccessible(page, "the command palette");
  await page.keyboard.type(account_name.replace("Åkerbär", "akerbar"));
  await expect(page.getByRole("option", { name: new RegExp(account_name.split(" ").at(-1) ?? "") })).toBeVisible();
  await expectAccessible(page, "the command palette with what it found");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(encodeURIComponent(account_id)));
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("group", { name: "Looked at last" })).toContainText(account_name);
  await expect(page.getByRole("option", { name: "Onboard a merchant" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", box)).toHaveCount(0);
});

test("A pasted account id that the desk doesn't know is read from Klarna; a pasted bank number goes nowhere", async ({ somebody, expectErrors }) => {
  const { page } = await somebody("operations");
  expectErrors(/status of 404/);
  const seen: string[] = [];
  page.on("request", (request) => seen.push(request.url()));
  await page.goto("/test/merchants");
  await page.getByRole("button", { name: "Search and commands" }).click();
  await page.getByRole("combobox", box).fill("SE28 5000 0000 0712 3456 7890");
  await expect(page.getByRole("status").filter({ hasText: "Nothing fits" })).toBeVisible();
  await page.getByRole("combobox", box).fill("krn:partner:global:account:test:NOBODY3");
  await expect(page.getByRole("option", { name: /Read it from Klarna, TEST/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Klarna knows no such account")).toBeVisible();
  expect(seen.filter((url) => /5000|7123/.test(decodeURIComponent(url)))).toEqual([]);
});

test("What can be done is done from the palette: the theme, another environment, signing out", async ({ somebody }) => {
  const { page } = await somebody("finance");
  await page.goto("/test/merchants");
  const run = async (words: string) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", box).fill(words);
    await expect(page.getByRole("option").first()).toContainText(words);
    await page.keyboard.press("Enter");
  };
  await run("Theme: dark");
  await expect(page.locator("html")).toHaveClass(/dark/);
  await run("Switch to LIVE");
  await expect(page).toHaveURL(/\/live\/merchants/);
  await run("Sign out");
  await expect(page).toHaveURL(/\/sign-in/);
});
