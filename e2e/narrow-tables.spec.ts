import type { Page } from "@playwright/test";

import { onboard } from "./stage/merchant";
import { serial } from "./stage/person";
import { expect, test } from "./stage/story";
import { atRest, refreshUntil } from "./stage/waiting";

// A telephone, half a screen, a tablet on its side, a small laptop: beside the side bar a table has 358, 688, 736 and 992 px.
const widths = [390, 720, 1024, 1280];
const withTable = ["/test/merchants", "/test/programs", "/settings/team", "/settings/audit", "/settings/credentials", "/settings/jobs", "/settings/keeping"];
/** What stands on these is up to what was done before: they may say that there is nothing. */
const perhaps = [
  "/attention?tab=all",
  "/test/runs",
  "/test/pricing",
  "/test/finance",
  "/test/settlements",
  "/test/payouts",
  "/test/books",
  "/settings/webhooks",
];

test("On a telephone, on half a screen, on a tablet and on a small laptop every column of a list can be read, or each row is a card", async ({ somebody }) => {
  test.slow();
  const { page } = await somebody("admin");
  let columns = 0;
  let cards = 0;
  for (const address of [...withTable, ...perhaps]) {
    await page.setViewportSize({ width: 720, height: 900 });
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (withTable.includes(address)) await expect(page.locator("main table").first()).toBeVisible();
    else await atRest(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const seen = await lookAtTables(page);
      expect.soft(seen.faults, `${address} at ${width} px`).toEqual([]);
      columns += seen.columns;
      cards += seen.cards;
    }
  }
  expect(columns).toBeGreaterThan(50);
  expect(cards).toBeGreaterThan(0);
});

test("A column that is crushed, a head that is cut and a page that scrolls sideways are found, and cards are told from tables", async ({ page }) => {
  await page.setContent(`<main>
    <table style="table-layout: fixed; width: 400px"><thead><tr>
      <th style="padding: 0; width: 40px"><span style="display: block">Id</span></th>
      <th><span style="display: block; overflow: hidden; white-space: nowrap; width: 60px">More than has room here</span></th>
    </tr></thead></table>
    <table><thead style="position: absolute"><tr><th><span>Name</span></th></tr></thead><tbody><tr>
      <th scope="row"><span style="display: block; overflow: hidden; white-space: nowrap; width: 60px">A name that is cut on its card</span></th></tr></tbody></table>
    <div style="width: 3000px">Wide</div></main>`);
  const faults = ["the page scrolls sideways", "Id is 40 px wide", "More than has room here is cut", "A name that is cut on its card is cut"];
  expect(await lookAtTables(page)).toEqual({ faults, columns: 2, cards: 1 });
});

test("Over cards the head is seen by whoever comes into it with the keyboard, and moves no card", async ({ somebody }) => {
  const operations = await somebody("operations");
  const group = `CARD-${serial()}`;
  const merchant = await onboard(operations, { account_group_reference: group });
  const { page } = operations;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/test/merchants?group=${group}`);
  const card = page.getByRole("table").getByRole("link", { name: merchant.account_name });
  await refreshUntil(page, card);
  const head = page.locator("thead");
  const clip = () => head.evaluate((shown) => getComputedStyle(shown).clipPath);
  expect(await clip()).not.toBe("none");
  const before = await card.boundingBox();
  await page.getByRole("checkbox", { name: "Select all that are shown" }).focus();
  expect(await clip()).toBe("none");
  expect(await card.boundingBox()).toEqual(before);
  await page.keyboard.press("Tab");
  await expect(head.getByRole("button").first()).toBeFocused();
});

/** What of the tables nobody can read: columns that are crushed, headers that are cut, names that are cut on their card, a page that scrolls sideways. */
async function lookAtTables(page: Page) {
  return await page.evaluate(() => {
    const faults = document.documentElement.scrollWidth > window.innerWidth ? ["the page scrolls sideways"] : [];
    const tables = [...document.querySelectorAll("main table")].filter((table) => table instanceof HTMLTableElement);
    const standing = tables.filter(({ tHead }) => tHead && getComputedStyle(tHead).position !== "absolute");
    const heads = standing.flatMap(({ tHead }) => [...(tHead?.rows[0]?.cells ?? [])]).filter(({ offsetWidth }) => offsetWidth > 0);
    for (const head of heads) {
      const words = head.querySelector("label") ? null : head.querySelector("span");
      if (words && head.clientWidth < 56) faults.push(`${head.textContent} is ${head.clientWidth} px wide`);
      if (words && (words.scrollWidth > words.clientWidth || words.scrollHeight > words.clientHeight)) faults.push(`${head.textContent} is cut`);
    }
    const cards = tables.filter((table) => !standing.includes(table));
    for (const name of cards.flatMap((table) => [...table.querySelectorAll("tbody th span")]))
      if (name.clientWidth > 0 && name.scrollWidth > name.clientWidth) faults.push(`${name.textContent} is cut`);
    return { faults, columns: heads.length, cards: cards.length };
  });
}
