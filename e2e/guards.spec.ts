import type { Browser, Page } from "@playwright/test";

import { faultsOn, palenessOn } from "./stage/axe";
import { browserStores } from "./stage/browser-stores";
import { expect, test } from "./stage/story";
import { newWatch } from "./stage/watch";

// What all stories rely on notices what it should.

/** What a watch of its own says of a page on which something went wrong. */
async function noticed(browser: Browser, goWrong: (page: Page) => Promise<unknown>, expected: readonly RegExp[] = []): Promise<readonly string[]> {
  const context = await browser.newContext();
  const { watch, expectErrors, unexpected } = newWatch();
  watch(context);
  for (const pattern of expected) expectErrors(pattern);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await goWrong(page);
  await context.close();
  return unexpected();
}

test("Axe finds a picture without words, a field without a name and a text too pale", async ({ page }) => {
  await page.setContent('<main><img src="data:,"><input><p style="color:#bbb;background:#fff">Too pale to read</p></main>');
  expect((await faultsOn(page)).map(([rule]) => rule)).toEqual(expect.arrayContaining(["image-alt", "label", "color-contrast"]));
});

test("Axe finds the one row of a long table that is too pale, and the first of many that are", async ({ page }) => {
  const row = (style: string) => `<tr><td><span style="${style}">A merchant</span></td></tr>`;
  const table = (rows: string) => page.setContent(`<main style="background:#fff"><table><tbody>${rows}</tbody></table></main>`);
  const pale = async () => (await palenessOn(page)).flatMap(([, ...places]) => places.map((place) => /nth-child\(\d+\)/.exec(place)?.[0]));
  await table(`${row("color:#000").repeat(50)}${row("color:#bbb")}`);
  expect(await pale()).toEqual(["nth-child(51)"]);
  await table(`${row("color:#000")}${row("color:#bbb").repeat(50)}`);
  expect(await pale()).toEqual(["nth-child(2)"]);
});

test("A page that throws fails its story", async ({ browser }) => {
  const found = await noticed(browser, async (page) => {
    const thrown = page.waitForEvent("pageerror");
    await page.evaluate(() => setTimeout(() => Promise.reject(new Error("thrown on purpose"))));
    await thrown;
  });
  expect(found).toEqual([expect.stringContaining("thrown on purpose")]);
});

test("A script that somebody smuggled into a page doesn't run, and fails its story", async ({ browser }) => {
  const found = await noticed(browser, async (page) => {
    const refused = page.waitForEvent("console");
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", `<img alt="" src="data:," onerror="document.title = 'taken over'">`));
    await refused;
    await expect(page).not.toHaveTitle("taken over");
  });
  expect(found).toEqual([expect.stringContaining("Content Security Policy")]);
});

test("A refused request fails its story, unless the story expects it", async ({ browser }) => {
  const ask = (page: Page) => page.evaluate(() => fetch("/api/desk/categories?q=a"));
  expect(await noticed(browser, ask)).toEqual([expect.stringContaining("status of 401")]);
  expect(await noticed(browser, ask, [/status of 401/])).toEqual([]);
});

test("What a page keeps in its browser is found wherever it is kept", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(async () => {
    localStorage.setItem("one", "kept in local storage");
    sessionStorage.setItem("one", "kept in session storage");
    // biome-ignore lint/suspicious/noDocumentCookie: a story looks for it there.
    document.cookie = "one=kept-in-a-cookie";
    window.name = "kept in the window's name";
    await (await caches.open("one")).put("/kept-in-an-address", new Response("kept in a cache"));
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.open("one", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("rows").put("kept in a database", 1);
      asked.onsuccess = () => {
        asked.result.close();
        resolve();
      };
      asked.onerror = () => reject(asked.error);
    });
  });
  const kept = await browserStores(page);
  for (const place of ["local storage", "session storage", "a-cookie", "the window's name", "an-address", "a cache", "a database"])
    expect.soft(kept).toMatch(new RegExp(`kept.in.${place}`));
});
