import { readFileSync } from "node:fs";
import { expectAccessible } from "./stage/accessible";
import { alive } from "./stage/alive";
import { groupOf, productsOf, selected } from "./stage/many";
import { expect, test } from "./stage/story";

test.use({ alone: true });

test("Forty merchants of a group are suspended, three fail, and only those are tried again", async ({ somebody, klarna }) => {
  test.slow();
  const omar = await somebody("operations");
  const { page } = omar;
  await klarna.liftLimits();
  const { merchants } = await groupOf(omar, 40);
  // Klarna itself disables three of them, and the desk doesn't hear of it.
  await klarna.sendWebhooksNowhere();
  const wrong = (await productsOf(omar, merchants)).filter((_, index) => [3, 17, 31].includes(index)).map(({ product_id }) => product_id);
  for (const id of wrong) await klarna.decideProduct(id, "disable-by-klarna");
  const before = await klarna.received("paymentProducts.disable");

  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  const bar = selected(page);
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

test("Whoever may only look sees the runs and nothing to press", async ({ somebody }) => {
  const finn = await somebody("finance");
  await finn.page.goto("/test/merchants");
  await alive(finn.page.getByRole("table"));
  await finn.page.keyboard.press("j");
  await finn.page.keyboard.press("x");
  const bar = finn.page.getByRole("region", { name: "Selected merchants" });
  await expect(bar.getByRole("button", { name: "Tag" })).toBeVisible();
  for (const name of ["Suspend", "Reactivate", "Category"]) await expect(bar.getByRole("button", { name })).toHaveCount(0);
  await finn.page.getByRole("link", { name: "Runs" }).click();
  await expect(finn.page.getByRole("heading", { name: "Runs" })).toBeVisible();
});
