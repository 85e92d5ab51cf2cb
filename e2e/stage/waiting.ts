import { expect, type Locator, type Page } from "@playwright/test";

import type { Place } from "./place";

/** Waits for something as somebody does who has no patience: by "Refresh". Left alone, a page looks anew every quarter of a minute. */
export async function refreshUntil(page: Page, there: Locator): Promise<void> {
  const look = async () => {
    if (!(await there.isVisible())) await page.getByRole("button", { name: "Refresh" }).first().click();
    await expect(there).toBeVisible({ timeout: 1_000 });
  };
  await expect(look).toPass({ timeout: 60_000 });
}

/** Waits until a page has asked for all that it needs; one that goes on asking isn't waited for longer than a person would. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => undefined);
}

/** Asks Klarna now what became of what was sent, unless the desk has asked by itself meanwhile: then the page has gone on to what this waits for. */
export async function askKlarnaNow(page: Page, goneOn: () => Promise<unknown>): Promise<void> {
  const come = goneOn();
  const pressed = page
    .getByRole("button", { name: "Ask Klarna now" })
    .click()
    .catch(() => come);
  await Promise.race([pressed, come]);
  await come;
}

/** The minute is full, and the desk looks for what needs attention. */
export async function aMinutePasses({ query }: Pick<Place, "query">): Promise<void> {
  await query("INSERT INTO pgboss.job (name, policy) SELECT name, policy FROM pgboss.queue WHERE name = 'attention' ON CONFLICT DO NOTHING");
}
