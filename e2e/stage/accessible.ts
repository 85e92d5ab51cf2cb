import { appendFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

import { faultsOn, palenessOn } from "./axe";
import { expectUsableBesides } from "./first-visit";
import { takePicture } from "./picture";

const phone = { width: 390, height: 844 };

/** Holds what the page shows now against axe's rules, its colours light and dark, and sees that nothing runs over a phone's edge, or a dialog's on a phone. A page that comes by first is walked by keyboard, too. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  note(page);
  const desk = page.viewportSize();
  await settled(page);
  // While a page takes the place of another it has no title for a moment.
  await expect(page).toHaveTitle(/./);
  await turn(page, "light");
  await takePicture(page, what, "light");
  expect.soft(await faultsOn(page), what).toEqual([]);
  await turn(page, "dark");
  await takePicture(page, what, "dark");
  expect.soft(await palenessOn(page), `${what}, dark`).toEqual([]);
  await page.setViewportSize(phone);
  const over = () =>
    page.evaluate(() => {
      const inDialogs = [...document.querySelectorAll("dialog[open] :not(textarea)")].filter((part) => getComputedStyle(part).overflowY === "auto");
      return Math.max(...[document.documentElement, ...inDialogs].map((part) => part.scrollWidth - part.clientWidth));
    });
  await expect.soft.poll(over, { message: `${what}, over a phone's edge`, timeout: 2_000 }).toBeLessThanOrEqual(0);
  await takePicture(page, what, "phone");
  if (desk) await page.setViewportSize(desk);
  await expectUsableBesides(page);
}

/** Waits until nothing is paler because it is being asked for anew. */
async function settled(page: Page): Promise<void> {
  const pale = () => page.evaluate(() => [...document.querySelectorAll("[aria-busy]")].filter((part) => getComputedStyle(part).opacity !== "1").length);
  await expect.poll(pale).toBe(0);
}

/** Lights or darkens the page, and waits until it has turned: a page in between has colours of both. */
async function turn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const lightness = () => page.evaluate(() => Number(/oklch\(([\d.]+)/.exec(getComputedStyle(document.body).color)?.[1]));
  const letters = expect.poll(lightness, { message: "the lightness of the letters" });
  await (colorScheme === "dark" ? letters.toBeGreaterThan(0.8) : letters.toBeLessThan(0.4));
}

/** For the count of pages that axe has seen, at the end of a whole run. Only the path: what is searched for is nobody's business. */
function note(page: Page): void {
  const file = process.env.PAGES_SEEN_FILE;
  if (file) appendFileSync(file, `${new URL(page.url()).pathname}\n`);
}
