import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** What axe finds on a page, by all of its rules or some. No page of ours has frames. */
export async function faultsOn(page: Page, ...rules: readonly string[]): Promise<readonly (readonly string[])[]> {
  // Whatever passes is counted but not described: that is most of axe's work.
  const options: RunOptions = { resultTypes: ["violations"], ...(rules.length > 0 && { runOnly: { type: "rule", values: [...rules] } }) };
  // Half a megabyte: brought once to a document, however often it is asked.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((given) => window.axe.run(document, given), options);
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`)]);
}
