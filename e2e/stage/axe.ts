import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

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
