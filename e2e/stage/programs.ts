import type { Page } from "@playwright/test";

import type { Merchant } from "./merchant";
import { expect } from "./story";

/** Goes to what a merchant's products may offer. */
export const openPrograms = (page: Page, { account_id }: Merchant) => page.goto(`/test/merchants/${encodeURIComponent(account_id)}/programs`);
export const dialog = (page: Page) => page.getByRole("dialog");
/** What is to be known of an enablement before it is sent. */
export const warnings = (page: Page) => dialog(page).getByRole("status", { name: "What to know before you send it" });
/** The lines of the table that says what the chart shows, its head among them. */
export const enablements = (page: Page) => page.getByRole("table", { name: "Enablements" }).getByRole("row");
/** The line of a program that a product may have. */
export const program = (page: Page, name: string) =>
  page.getByRole("table", { name: "Programs it may have" }).getByRole("row", { name: new RegExp(`^${name}`) });

/** Adds a country to those for which a program is being enabled. */
export async function choose(page: Page, country: string): Promise<void> {
  await dialog(page)
    .getByRole("combobox", { name: /^Countries/ })
    .fill(country);
  await page.getByRole("option", { name: country }).click();
  await expect(dialog(page).getByRole("list", { name: "Chosen: Countries" })).toContainText(country);
}

/** So many days from now, at midnight, as a field takes it. */
export function inDays(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T00:00`;
}
