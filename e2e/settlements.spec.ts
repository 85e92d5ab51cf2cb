import { expectAccessible } from "./stage/accessible";
import { ask } from "./stage/ask";
import { expect, test } from "./stage/story";

test("A report announced by webhook is loaded and proved before lunch; one that doesn't add up says by how much, and is accepted with a reason", async ({
  somebody,
  klarna,
}) => {
  test.slow();
  const { page } = await somebody("finance");
  const right = `R-${Date.now()}`;
  const wrong = `W-${Date.now()}`;
  await klarna.settle({ settlement_id: right, rows: 600 });
  await klarna.settle({ settlement_id: wrong, rows: 600, fault: "the VAT is off by five" });
  await page.goto("/test/settlements");
  await expect(page.getByRole("row", { name: new RegExp(right) }).getByRole("button", { name: "Adds up" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("row", { name: new RegExp(wrong) }).getByRole("button", { name: "Differs" })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, "settlements");

  await page.getByRole("link", { name: wrong }).click();
  await expect(page.getByText("The transactions don't come to the parts")).toBeVisible();
  await expect(page.getByText("-0.05 EUR unexplained")).toBeVisible();
  await expectAccessible(page, "a settlement that differs");
  await page.getByRole("button", { name: "Accept the difference" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why").fill("Klarna rounds the VAT of this week once more");
  await dialog.getByRole("button", { name: "Accept the difference" }).click();
  await expect(page.getByRole("region", { name: "Accepted differences" })).toContainText("Klarna rounds the VAT of this week once more");
  await expect(page.getByRole("button", { name: "Accepted" })).toBeVisible();

  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Transactions" }).click();
  await expect(page.getByText("100 of 600")).toBeVisible();
  await page.reload();
  await expect(page.getByText("100 of 600")).toBeVisible();
  // The next ones are read as one comes near the end, and only those in sight are in the document.
  for (const count of [200, 300])
    await expect(async () => {
      await page.keyboard.press("End");
      await expect(page.getByText(`${count} of 600`)).toBeVisible({ timeout: 1_000 });
    }).toPass();
  expect(
    await page
      .getByRole("table", { name: /Transactions/ })
      .getByRole("row")
      .count(),
  ).toBeLessThan(100);
  // However narrow the column is, the ends of references are in it, which tell them apart.
  const ends = await page
    .getByRole("table", { name: /Transactions/ })
    .locator('td[data-label="Reference"] [aria-hidden]')
    .evaluateAll((references) =>
      references.map(({ parentElement, lastElementChild: end }) => {
        const [cell, own] = [parentElement, end].map((element) => element?.getBoundingClientRect());
        return own !== undefined && cell !== undefined && own.width > 0 && own.right <= cell.right + 1;
      }),
    );
  expect(ends).toContain(true);
  expect(ends).not.toContain(false);
  await page.getByLabel("Kind").selectOption({ label: "Refund" });
  await expect(page.getByRole("status").filter({ hasText: "fit" })).toBeVisible();
  await expectAccessible(page, "transactions of a settlement");
  await page.getByRole("table").getByRole("button", { name: "Refund" }).first().click();
  await expect(page.getByRole("dialog", { name: "Everything about this payment" })).toContainText("Capture");
  await page.keyboard.press("Escape");
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Merchants" }).click();
  await expect(page.getByRole("table", { name: /each merchant/ })).toBeVisible();
  await expectAccessible(page, "merchants of a settlement");
  await expect(page).toHaveTitle(new RegExp(`^Merchants · Settlement ${wrong}`));
  // On a card stands all that its sum is made of.
  await page.setViewportSize({ width: 390, height: 844 });
  const card = page.getByRole("table", { name: /each merchant/ }).locator("tbody tr");
  for (const part of ["Captures", "Refunds", "Fees", "VAT", "Others", "Net"]) await expect(card.first().locator(`td[data-label="${part}"]`)).toBeVisible();
});

test("Somebody in support sees nothing of settlements, by page or by door", async ({ somebody, expectErrors }) => {
  const { page } = await somebody("support");
  await page.goto("/test/merchants");
  await expect(page.getByRole("link", { name: "Settlements" })).toHaveCount(0);
  expectErrors(/status of 40[34]/);
  for (const address of ["/test/settlements", "/test/settlements/X-1", "/test/settlements/X-1/transactions", "/test/settlements/X-1/merchants"]) {
    await page.goto(address);
    await expect(page.getByText("There is nothing at this address")).toBeVisible();
  }
  await page.goto("/test/merchants");
  for (const path of ["settlements", "settlements/X-1", "settlements/X-1/lines", "settlements/X-1/report", "settlements/X-1/spreadsheet"]) {
    const { status, answer } = await ask(page, `/api/desk/${path}?environment=test`);
    expect([status, answer?.code], path).toEqual([403, "NOT_ALLOWED"]);
  }
});
