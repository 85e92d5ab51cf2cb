import type { Page } from "@playwright/test";

import { type Merchant, onboard } from "./merchant";
import type { Visitor } from "./person";
import { expect } from "./story";

/** A merchant whose products can be changed. */
export async function manageable(visitor: Visitor, given: Parameters<typeof onboard>[1] = {}): Promise<Merchant> {
  const merchant = await onboard(visitor, given);
  const state = async () => {
    const search = new URLSearchParams({ account_id: merchant.account_id, expand: "products" });
    return (await (await visitor.context.request.get(`/api/klarna/test/accounts.get?${search}`)).json()).state;
  };
  await expect.poll(state, { timeout: 30_000 }).toBe("OPERATIONAL");
  return merchant;
}

/** Its product's id, as Klarna gave it. */
export async function productId({ context }: Visitor, { account_id }: Merchant): Promise<string> {
  const answer = await context.request.get(`/api/klarna/test/paymentProducts.list?${new URLSearchParams({ account_id })}`);
  return (await answer.json())[0].product_id;
}

/** Goes to the products of a merchant. */
export async function openProducts(page: Page, { account_id }: Merchant): Promise<void> {
  await page.goto(`/test/merchants/${encodeURIComponent(account_id)}/products`);
  await expect(page.getByRole("article", { name: "Payment" })).toBeVisible();
}

/** The merchant's payment product on its page. */
export const product = (page: Page) => page.getByRole("article", { name: "Payment" });
/** How what was asked for last goes on. */
export const steps = (page: Page) => page.getByRole("list", { name: "How it goes on" });

/** Fills a suspension in, all but the merchant's name. */
export async function fillSuspension(page: Page, why: "Fraud" | "Voluntary", details: string): Promise<void> {
  await page.getByRole("button", { name: "Suspend …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why").selectOption({ label: (await dialog.getByLabel("Why").locator("option", { hasText: why }).textContent()) ?? "" });
  await dialog.getByRole("textbox", { name: "Details" }).fill(details);
}
