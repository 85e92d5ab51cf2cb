import { appendFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const phone = { width: 390, height: 844 };

/** Holds what the page shows now against axe's rules, its colours light and dark, and sees that nothing runs over a phone's edge. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  note(page);
  const desk = page.viewportSize();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect.soft(await faultsOn(page), what).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  expect.soft(await faultsOn(page, "color-contrast"), `${what}, dark`).toEqual([]);
  await page.setViewportSize(phone);
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.soft.poll(over, { message: `${what}, over a phone's edge`, timeout: 2_000 }).toBeLessThanOrEqual(0);
  if (desk) await page.setViewportSize(desk);
}

/** For the count of pages that axe has seen, at the end of a whole run. Only the path: what is searched for is nobody's business. */
function note(page: Page): void {
  const file = process.env.PAGES_SEEN_FILE;
  if (file) appendFileSync(file, `${new URL(page.url()).pathname}\n`);
}

/** What axe finds on a page, by all of its rules or some. */
export async function faultsOn(page: Page, ...rules: readonly string[]): Promise<readonly (readonly string[])[]> {
  // Whatever passes is counted but not described: that is most of axe's work.
  const options: Parameters<AxeBuilder["options"]>[0] = {
    resultTypes: ["violations"],
    ...(rules.length > 0 && { runOnly: { type: "rule", values: [...rules] } }),
  };
  // No page of ours has frames, so axe may stay in this one.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`)]);
}
