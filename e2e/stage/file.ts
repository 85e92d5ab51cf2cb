import type { Page } from "@playwright/test";

import { type Merchant, onboard, whole } from "./merchant";
import type { Visitor } from "./person";
import { expect } from "./story";

const sections = { business: "Business", people: "People", bank: "Bank accounts", websites: "Websites and brands" } as const;

/** A whole merchant that can be changed. */
export async function operational(visitor: Visitor): Promise<Merchant> {
  const merchant = await onboard(visitor, { extra_account_data: whole });
  await open(visitor.page, merchant);
  await expect(visitor.page.getByRole("region", { name: "State" }).getByText(/^(Now operational|Operational)$/)).toBeVisible({ timeout: 20_000 });
  return merchant;
}

/** Goes to a merchant's page, and to a section of it; without leaving the page where it is open. */
export async function open(page: Page, { account_id }: Merchant, section?: keyof typeof sections): Promise<void> {
  if (!page.url().includes(encodeURIComponent(account_id))) await page.goto(`/test/merchants/${encodeURIComponent(account_id)}`);
  if (section) await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: sections[section] }).click();
}

/** What is changed and not sent. */
export const bar = (page: Page) => page.getByRole("region", { name: "Not sent yet" });
/** Asks to look through what is about to be sent. */
export const review = async (page: Page) => bar(page).getByRole("button", { name: "Review and send" }).click();
/** A line of text by the beginning of its label: "Optional" may follow. */
export const box = (page: Page, label: string) => page.getByRole("textbox", { name: new RegExp(`^${label}`) });
