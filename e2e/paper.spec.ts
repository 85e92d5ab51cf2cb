import type { Page } from "@playwright/test";

import { alive } from "./stage/alive";
import { expect, test } from "./stage/story";

test("A settlement's proof on paper is all that it says, whole and as tables, with TEST in words and nothing to press", async ({ somebody, klarna }) => {
  test.slow();
  const { page } = await somebody("finance");
  const id = `P-${Date.now()}`;
  await klarna.settle({ settlement_id: id, rows: 300 });
  await page.goto("/test/settlements");
  await expect(page.getByRole("row", { name: new RegExp(id) }).getByRole("button", { name: "Adds up" })).toBeVisible({ timeout: 30_000 });
  const address = await page.getByRole("link", { name: id }).getAttribute("href");

  await page.goto(`${address}`);
  await expect(page.getByRole("table", { name: /The parts of this settlement/ })).toBeVisible();
  await asOnPaper(page);
  await expect(page.getByText("TEST: nothing here reaches real merchants.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Does it add up?" })).toBeVisible();
  // What is left to press is a state's badge, which says what it says without a press.
  await expect(page.getByRole("complementary", { name: "Side bar" })).toHaveCount(0);
  for (const gone of ["navigation", "searchbox", "form"] as const) await expect(page.getByRole(gone)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Menu|Search|Refresh|Spreadsheet|Copy/ })).toHaveCount(0);
  expect(await faultsOnPaper(page)).toEqual([]);

  await page.emulateMedia({ media: "screen" });
  await page.goto(`${address}/transactions`);
  await expect(page.getByText("100 of 300")).toBeVisible();
  await asOnPaper(page);
  const rows = page.getByRole("table", { name: /Transactions/ }).locator("tbody tr");
  await alive(rows.first());
  expect(await rows.count()).toBeLessThan(100);
  // Paper can't be scrolled: what is loaded is drawn for it, all of it.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  expect(await rows.count()).toBeGreaterThanOrEqual(100);
  expect(await faultsOnPaper(page)).toEqual([]);
});

test("What is wider than paper, stays in its place, may be cut or stands as cards is found", async ({ page }) => {
  await page.setContent(`<div style="width: 3000px">Wide</div><div class="bar" style="position: fixed">Bar</div>
    <p style="overflow: hidden; text-overflow: ellipsis">A long text</p>
    <table><thead style="position: absolute"><tr><th>Name</th></tr></thead><tbody><tr><td>A card</td></tr></tbody></table>`);
  await asOnPaper(page);
  expect(await faultsOnPaper(page)).toEqual(["it is wider than the paper", "bar stays in its place", "A long text may be cut", "a table is cards"]);
});

/** A4 upright, in somebody's dark theme. */
async function asOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 718, height: 1040 });
}

async function faultsOnPaper(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const drawn = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => element.checkVisibility() && element.offsetWidth > 1);
    if (document.documentElement.scrollWidth > window.innerWidth) faults.push("it is wider than the paper");
    for (const element of drawn) {
      const { position, overflowX, textOverflow } = getComputedStyle(element);
      if (position === "fixed" || position === "sticky") faults.push(`${element.className} stays in its place`);
      if (textOverflow === "ellipsis" && overflowX !== "visible") faults.push(`${element.textContent} may be cut`);
      if (element instanceof HTMLTableElement && element.tHead && getComputedStyle(element.tHead).position === "absolute") faults.push("a table is cards");
    }
    return faults;
  });
}
