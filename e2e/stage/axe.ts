import type { JSHandle, Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** What axe finds on a page by all of its rules. No page of ours has frames. */
export async function faultsOn(page: Page): Promise<readonly Fault[]> {
  return [...(await found(page, { rules: { [contrast]: { enabled: false } } })), ...(await palenessOn(page))];
}

/**
 * Where axe finds a text on a page too pale. To find out what is behind a text is most of its work, so of the texts that look alike on grounds that look
 * alike it sees the first.
 */
export async function palenessOn(page: Page): Promise<readonly Fault[]> {
  const texts = await page.evaluateHandle(textsOfEachLook);
  const faults = await found(page, { runOnly: { type: "rule", values: [contrast] } }, texts);
  await texts.dispose();
  return faults;
}

/** A rule's name, and each place with what is wrong there. */
type Fault = readonly string[];
const contrast = "color-contrast";

async function found(page: Page, rules: RunOptions, among?: JSHandle<Element[]>): Promise<readonly Fault[]> {
  // Half a megabyte: brought once to a document, however often it is asked.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  // Whatever passes is counted but not described.
  const options: RunOptions = { resultTypes: ["violations"], ...rules };
  const { violations } = await page.evaluate(([parts, given]) => window.axe.run(parts ?? document, given), [among, options] as const);
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`)]);
}

/** In the page: of the elements with a text of their own the first of each look, and of each look of what is around it. */
function textsOfEachLook(): Element[] {
  const looks = new Map<Element, string>();
  const look = (element: Element): string => {
    const known = looks.get(element);
    if (known !== undefined) return known;
    const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight } = getComputedStyle(element);
    const own = [element.tagName, color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight].join();
    const all = element.parentElement ? `${look(element.parentElement)} ${own}` : own;
    looks.set(element, all);
    return all;
  };
  const written = (element: Element) =>
    element.matches("input, select, textarea") || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const first = new Map<string, Element>();
  for (const element of [...document.body.querySelectorAll("*")].filter((one) => written(one) && one.checkVisibility()))
    if (!first.has(look(element))) first.set(look(element), element);
  return first.size > 0 ? [...first.values()] : [document.body];
}
