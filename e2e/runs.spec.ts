import { readFileSync } from "node:fs";

import { expectAccessible } from "./stage/accessible";
import { type Merchant, onboard } from "./stage/merchant";
import { serial, type Visitor } from "./stage/person";
import { expect, test } from "./stage/story";

test.use({ alone: true });

/** So many merchants of one group, each able to take payments. */
async function groupOf(visitor: Visitor, count: number): Promise<{ readonly group: string; readonly merchants: readonly Merchant[] }> {
  const group = `GROUP-${serial()}`;
  const merchants: Merchant[] = [];
  for (let index = 0; index < count; index += 1) merchants.push(await onboard(visitor, { account_group_reference: group }));
  const { page } = visitor;
  await page.goto(`/test/merchants?group=${group}&state=OPERATIONAL`);
  await expect(page.getByText(`${count} merchants`)).toBeVisible({ timeout: 60_000 });
  return { group, merchants };
}

async function productOf({ context }: Visitor, { account_id }: Merchant): Promise<string> {
  const [product] = await (await context.request.get(`/api/klarna/test/paymentProducts.list?${new URLSearchParams({ account_id })}`)).json();
  return product.product_id;
}

test("Forty merchants of a group are suspended, three fail, and only those are tried again @postgres", async ({ somebody, klarna }) => {
  test.slow();
  const omar = await somebody("operations");
  const { page } = omar;
  const { merchants } = await groupOf(omar, 40);
  // Klarna itself disables three of them, and the desk doesn't hear of it.
  await klarna.sendWebhooksNowhere();
  const wrong = [
    await productOf(omar, merchants[3] as Merchant),
    await productOf(omar, merchants[17] as Merchant),
    await productOf(omar, merchants[31] as Merchant),
  ];
  for (const id of wrong) await klarna.decideProduct(id, "disable-by-klarna");
  const before = await klarna.received("paymentProducts.disable");

  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  const bar = page.getByRole("region", { name: "Selected merchants" });
  await bar.getByRole("button", { name: "All 40 that match" }).click();
  await expect(bar).toContainText("All 40 that match");
  await bar.getByRole("button", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog", { name: "Suspend 40 merchants" });
  await expect(dialog.getByRole("status")).toContainText("40 merchants will be suspended");
  await expect(dialog.getByRole("status")).toContainText("Refunds, disputes and other steps after a purchase may still work.");
  await dialog.getByLabel("Why").selectOption("FRAUD");
  await dialog.getByLabel("Details for Klarna").fill("Cards of strangers in all shops of the group");
  await expectAccessible(page, "suspending many");
  await dialog.getByLabel("Type 40").fill("40");
  await dialog.getByRole("button", { name: "Suspend 40 merchants" }).dblclick();

  await expect(page.getByRole("heading", { name: "Suspend 40 merchants" })).toBeVisible();
  await expect(page.getByText("Done, 3 failed")).toBeVisible({ timeout: 60_000 });
  expect((await klarna.received("paymentProducts.disable")) - before).toBe(40);
  await page.getByRole("button", { name: "Failed 3" }).click();
  const table = page.getByRole("table", { name: "What became of each merchant" });
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(table).toContainText("The payment product is disabled already.");
  await expectAccessible(page, "a run of which some failed");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Results as CSV" }).click()]);
  expect(readFileSync(await download.path(), "utf8").match(/Suspended/g)).toHaveLength(37);

  for (const id of wrong) await klarna.decideProduct(id, "enable-by-klarna");
  await page.getByRole("button", { name: "Try the 3 that failed again" }).click();
  await page.getByRole("button", { name: "Try these 3 again" }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
  expect((await klarna.received("paymentProducts.disable")) - before).toBe(43);
  await page.getByRole("button", { name: "Suspended 40" }).click();
  await expect(table.getByRole("row")).toHaveCount(41);
});

test("A reactivation is scheduled, seen by a colleague and cancelled; a run is paused and gone on with", async ({ somebody, klarna }) => {
  test.slow();
  const omar = await somebody("operations");
  const { page } = omar;
  const { group } = await groupOf(omar, 4);
  const before = await klarna.received("paymentProducts.disable");
  // Other stories have made runs in TEST.
  await page.goto("/live/runs");
  await expect(page.getByText("Nothing has been done to many merchants yet")).toBeVisible();
  await expectAccessible(page, "no runs");

  await page.goto(`/test/merchants?group=${group}`);
  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  await page.getByRole("region", { name: "Selected merchants" }).getByRole("button", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog", { name: "Suspend 4 merchants" });
  await dialog.getByLabel("Why").selectOption("VOLUNTARY");
  await dialog.getByLabel("Details for Klarna").fill("Closed for the winter");
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "Selected merchants" }).getByRole("button", { name: "Suspend" }).click();
  await expect(dialog.getByLabel("Details for Klarna")).toHaveValue("Closed for the winter");
  const day = new Date(Date.now() + 3 * 86_400_000);
  await dialog.getByLabel("When").fill(`${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}T03:30`);
  await expect(dialog.getByText(/It begins on .* UTC\)/)).toBeVisible();
  await dialog.getByRole("button", { name: "Schedule for 4 merchants" }).click();
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();

  const sofia = await somebody("support");
  await sofia.page.goto("/test/runs");
  const scheduled = sofia.page.getByRole("region", { name: "Scheduled" });
  await scheduled.getByRole("link", { name: "Suspend 4 merchants" }).click();
  await expect(sofia.page.getByText("Closed for the winter")).toBeVisible();
  await expectAccessible(sofia.page, "what is scheduled");
  await sofia.page.getByRole("button", { name: "Cancel the schedule" }).click();
  await sofia.page.getByRole("dialog").getByRole("button", { name: "Cancel the schedule" }).click();
  await expect(sofia.page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  expect(await klarna.received("paymentProducts.disable")).toBe(before);

  await klarna.break("paymentProducts.disable", "slow", { ms: 1_500 });
  await page.goto(`/test/merchants?group=${group}`);
  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  await page.getByRole("region", { name: "Selected merchants" }).getByRole("button", { name: "Suspend" }).click();
  await dialog.getByLabel("Why").selectOption("VOLUNTARY");
  await dialog.getByLabel("Details for Klarna").fill("Closed for the winter");
  await dialog.getByRole("button", { name: "Suspend 4 merchants" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused", { exact: true }).or(page.getByText("Done", { exact: true }))).toBeVisible();
  await klarna.mend();
  const goOn = page.getByRole("button", { name: "Go on" });
  if (await goOn.isVisible()) await goOn.click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });
});

test("Whoever may only look sees the runs and nothing to press", async ({ somebody }) => {
  const finn = await somebody("finance");
  await finn.page.goto("/test/merchants");
  await finn.page.keyboard.press("j");
  await finn.page.keyboard.press("x");
  const bar = finn.page.getByRole("region", { name: "Selected merchants" });
  await expect(bar.getByRole("button", { name: "Tag" })).toBeVisible();
  for (const name of ["Suspend", "Reactivate", "Category"]) await expect(bar.getByRole("button", { name })).toHaveCount(0);
  await finn.page.getByRole("link", { name: "Runs" }).click();
  await expect(finn.page.getByRole("heading", { name: "Runs" })).toBeVisible();
});
