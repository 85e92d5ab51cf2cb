import { madeUpEnablements, madeUpPlan } from "../bench/planner/made-up.mjs";
import { scrolled } from "../bench/planner/scroll.mjs";
import { expectAccessible } from "./stage/accessible";
import { operational } from "./stage/file";
import { expect, test } from "./stage/story";

test.describe.configure({ timeout: 150_000 });

test("Whoever can't see or can't point reads plans and plans programs", async ({ somebody }) => {
  const operator = await somebody("operations");
  const { page } = operator;
  const merchant = await operational(operator);
  await page.goto("/test/programs");
  await expect(page.getByRole("table").first()).toBeVisible();
  await expectAccessible(page, "plans of programs");
  await page.getByRole("link", { name: "Version 2", exact: true }).first().click();
  await expect(page.getByRole("cell", { name: "Always on" }).first()).toBeVisible();
  await expectAccessible(page, "a plan as a matrix");
  await page.getByRole("link", { name: /^See what changes on/ }).click();
  await expect(page.getByRole("cell", { name: "Removed" }).first()).toBeVisible();
  await expectAccessible(page, "two versions of a plan side by side");

  const programs = `/test/merchants/${encodeURIComponent(merchant.account_id)}/programs`;
  await page.goto(programs);
  await expect(page.getByText("Nothing is enabled beyond what is always on")).toBeVisible();
  await expectAccessible(page, "programs of a merchant, none enabled");
  await page
    .getByRole("row", { name: /^Pay in 3/ })
    .getByRole("button", { name: /^Enable/ })
    .press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: /^Countries/ }).fill("Sweden");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Take Sweden out" })).toBeVisible();
  await dialog.getByLabel("Begins").fill("2026-01-01T00:00");
  await dialog.getByLabel("Ends").fill("2029-01-01T00:00");
  await expect(dialog.getByText("It begins in the past")).toBeVisible();
  await expectAccessible(page, "enabling a program");
  await dialog.getByRole("button", { name: "Enable Pay in 3" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("table", { name: "Enablements" })).toBeVisible();
  await expectAccessible(page, "enablements by time");
  await page.getByRole("button", { name: /^Change the end/ }).press("Enter");
  await dialog.getByRole("button", { name: "End it now" }).press("Enter");
  await expectAccessible(page, "ending an enablement");
  await page.keyboard.press("Escape");
  await page
    .getByRole("row", { name: /^Pay in 3/ })
    .first()
    .getByRole("link", { name: "Pay in 3" })
    .press("Enter");
  await expect(page.getByText("26 categories in 12 countries")).toBeVisible();
  await expect(page.getByRole("table", { name: "Merchants that have it enabled" })).toContainText(merchant.account_name);
  await expectAccessible(page, "a program");
});

const long = 5_000;

test("A plan and a timeline of 5,000 rows are scrolled with few of them in the document", async ({ somebody }) => {
  const operator = await somebody("operations");
  const { page } = operator;
  const { account_id } = await operational(operator);
  await page.route("**/api/desk/programs/plan*", (route) => route.fulfill({ json: madeUpPlan(long) }));
  await page.route("**/paymentProgramEnablements.list*", (route) => route.fulfill({ json: madeUpEnablements(long) }));
  await page.goto("/test/programs/plans/krn:plan");
  const table = page.getByRole("table", { name: "Programs by category, country and currency" });
  await expect(table).toHaveAttribute("aria-rowcount", String(long + 1));
  const rows = async (inside?: string) => (await scrolled(page, { frames: 60, inside })).most;
  expect(await rows()).toBeLessThanOrEqual(300);
  // Rows that turn out higher than was thought stop a scroll that is under way: whoever wants the end asks again.
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(table.getByText("1416").first()).toBeVisible({ timeout: 2_000 });
  }).toPass();

  await page.goto(`/test/merchants/${encodeURIComponent(account_id)}/programs`);
  await expect(page.getByRole("table", { name: "Enablements" })).toHaveAttribute("aria-rowcount", String(long + 1));
  expect(await rows()).toBeLessThanOrEqual(300);
  expect(await rows("figure > div")).toBeLessThanOrEqual(300);

  // And it would be noticed if they all stood there.
  await page.evaluate(() => {
    const body = document.querySelector("tbody");
    for (let index = 0; index < 301; index += 1) body?.append(document.createElement("tr"));
  });
  expect(await rows()).toBeGreaterThan(300);
});
