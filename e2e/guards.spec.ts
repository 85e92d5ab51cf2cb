import { faultsOn } from "./stage/accessible";
import { expect, test } from "./stage/story";

// What the stories rely on fails when it should.

test("Axe finds a picture without words, a field without a name and a text too pale", async ({ page }) => {
  await page.setContent('<main><img src="data:,"><input><p style="color:#bbb;background:#fff">Too pale to read</p></main>');
  expect((await faultsOn(page)).map(([rule]) => rule)).toEqual(expect.arrayContaining(["image-alt", "label", "color-contrast"]));
});

test.fail("A story fails when a page throws, though nobody looks there", async ({ page }) => {
  await page.goto("/sign-in");
  const thrown = page.waitForEvent("pageerror");
  await page.evaluate(() => setTimeout(() => Promise.reject(new Error("thrown on purpose"))));
  await thrown;
});

test.fail("A story fails when a script breaks the page's policy", async ({ page }) => {
  await page.goto("/sign-in");
  const refused = page.waitForEvent("console");
  // Markup that somebody smuggled in, as far as the page is concerned.
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", `<img alt="" src="data:," onerror="document.title = 'taken over'">`));
  await refused;
  await expect(page).not.toHaveTitle("taken over");
});
