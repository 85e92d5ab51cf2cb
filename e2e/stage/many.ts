import { expect, type Page } from "@playwright/test";

import { type Merchant, onboard } from "./merchant";
import { serial, type Visitor } from "./person";
import { refreshUntil } from "./waiting";

/** So many merchants of one group, each able to take payments. */
export async function groupOf(visitor: Visitor, count: number): Promise<{ readonly group: string; readonly merchants: readonly Merchant[] }> {
  const group = `GROUP-${serial()}`;
  const merchants: Merchant[] = [];
  for (let index = 0; index < count; index += 1) merchants.push(await onboard(visitor, { account_group_reference: group }));
  const { page } = visitor;
  await page.goto(`/test/merchants?group=${group}&state=OPERATIONAL`);
  await refreshUntil(page, page.getByText(`${count} merchants`));
  return { group, merchants };
}

/** Opens what the bar of selected merchants offers, for all of a group. */
export async function actOn({ page }: Visitor, group: string, act: string): Promise<void> {
  await page.goto(`/test/merchants?group=${group}`);
  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  await selected(page).getByRole("button", { name: act }).click();
}

/** The bar of what is selected in the list of merchants. */
export const selected = (page: Page) => page.getByRole("region", { name: "Selected merchants" });
/** Suspends a group, and waits until the run's own page is there. */
export async function suspend(visitor: Visitor, group: string, count: number): Promise<void> {
  const { page } = visitor;
  await actOn(visitor, group, "Suspend");
  const dialog = page.getByRole("dialog", { name: `Suspend ${count} merchants` });
  await dialog.getByLabel("Why").selectOption("VOLUNTARY");
  await dialog.getByLabel("Details for Klarna").fill("Closed for the winter");
  await dialog.getByRole("button", { name: `Suspend ${count} merchants` }).click();
  await expect(page.getByRole("heading", { name: `Suspend ${count} merchants` })).toBeVisible();
}

/** The products of some merchants, as Klarna has them. */
export async function productsOf(visitor: Visitor, merchants: readonly Merchant[]) {
  return Promise.all(
    merchants.map(async ({ account_id }) => {
      const search = new URLSearchParams({ account_id });
      const [product] = await (await visitor.context.request.get(`/api/klarna/test/paymentProducts.list?${search}`)).json();
      return product as { readonly product_id: string; readonly state: string; readonly merchant_category_code: string };
    }),
  );
}
