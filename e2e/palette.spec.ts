import type { Page } from "@playwright/test";

import { expectAccessible } from "./stage/accessible";
import { alive } from "./stage/alive";
import { ask } from "./stage/ask";
import { onboard } from "./stage/merchant";
import { manageable } from "./stage/products";
import { expect, test } from "./stage/story";
import { refreshUntil } from "./stage/waiting";

test.describe.configure({ mode: "parallel" });

const box = { name: "Search merchants, pages and commands" };

test("On the phone with a merchant, support finds it by a misspelt name, without a mouse", async ({ somebody }) => {
  const { account_name, account_id } = await onboard(await somebody("operations"));
  const { page } = await somebody("support");
  await page.goto("/settings/account");
  await callPalette(page);
  await expect(page.getByRole("combobox", box)).toBeFocused();
  await expectAccessible(page, "the command palette");
  await page.keyboard.type(account_name.replace("Åkerbär", "akerbar"));
  await expect(page.getByRole("option", { name: new RegExp(account_name.split(" ").at(-1) ?? "") })).toBeVisible();
  await expectAccessible(page, "the command palette with what it found");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(encodeURIComponent(account_id)));
  await callPalette(page);
  await expect(page.getByRole("group", { name: "Looked at last" })).toContainText(account_name);
  await expect(page.getByRole("option", { name: "Onboard a merchant" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", box)).toHaveCount(0);
});

test("A pasted account id that the desk doesn't know is read from Klarna; a pasted bank number goes nowhere", async ({ somebody, expectErrors }) => {
  const { page } = await somebody("operations");
  expectErrors(/status of 404/);
  const seen: string[] = [];
  page.on("request", (request) => seen.push(request.url()));
  await page.goto("/test/merchants");
  await page.getByRole("button", { name: "Search and commands" }).click();
  await page.getByRole("combobox", box).fill("SE28 5000 0000 0712 3456 7890");
  await expect(page.getByRole("status").filter({ hasText: "Nothing fits" })).toBeVisible();
  await page.getByRole("combobox", box).fill("krn:partner:global:account:test:NOBODY3");
  await expect(page.getByRole("option", { name: /Read it from Klarna, TEST/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Klarna knows no such account")).toBeVisible();
  expect(seen.filter((url) => /5000|7123/.test(decodeURIComponent(url)))).toEqual([]);
});

test("What can be done is done from the palette: the theme, another environment, signing out", async ({ somebody }) => {
  const { page } = await somebody("finance");
  await page.goto("/test/merchants");
  const run = async (words: string) => {
    await callPalette(page);
    await page.getByRole("combobox", box).fill(words);
    await expect(page.getByRole("option").first()).toContainText(words);
    await page.keyboard.press("Enter");
  };
  await run("Theme: dark");
  const isDark = async () => expect(await page.evaluate(() => getComputedStyle(document.body).color)).toMatch(/oklch\(0\.9/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await isDark();
  // The server knows it, too: no script has to run before the page has its colours.
  expect(await (await page.request.get("/test/merchants")).text()).toContain('<html lang="en" data-theme="dark"');
  await page.reload();
  await isDark();
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.body).color), "on paper").toMatch(/oklch\(0\.2/);
  await page.emulateMedia({ media: "screen" });
  await run("Switch to LIVE");
  await expect(page).toHaveURL(/\/live\/merchants/);
  // Whoever works in LIVE comes back to LIVE from a page that belongs to neither, and begins there the next time.
  await page.getByRole("link", { name: "Your account" }).click();
  await expect(page).toHaveURL(/\/settings\/account/);
  await page.getByRole("link", { name: "Merchants", exact: true }).click();
  await expect(page).toHaveURL(/\/live\/merchants/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/live\/merchants/);
  await run("Sign out");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("What one may do is begun from the palette: a note and a suspension of the merchant that is open, a person for the team", async ({ somebody }) => {
  const agent = await somebody("support");
  const merchant = await manageable(await somebody("operations"));
  const run = async (page: Page, words: string) => {
    await callPalette(page);
    await page.getByRole("combobox", box).fill(words);
    await page.getByRole("option", { name: words }).click();
  };
  const { page } = agent;
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  await expect(page.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
  await run(page, "Write a note");
  await expect(page.getByRole("textbox", { name: "Note" })).toBeFocused();
  await run(page, "Suspend a product");
  await expect(page.getByRole("dialog", { name: `of ${merchant.account_name}?` })).toBeVisible();
  await page.keyboard.press("Escape");
  await run(page, "Suspend a product");
  await expect(page.getByRole("dialog", { name: `of ${merchant.account_name}?` })).toBeVisible();
  await page.keyboard.press("Escape");
  await callPalette(page);
  await page.getByRole("combobox", box).fill("a");
  await expect(page.getByRole("option", { name: "Add a person to the team" })).toHaveCount(0);

  const admin = await somebody("admin");
  await admin.page.goto("/settings/account");
  await run(admin.page, "Add a person to the team");
  await expect(admin.page.getByRole("dialog", { name: "Add a person" })).toBeVisible();
});

test("With an id on the phone, finance finds its settlement, payout, order and payment, without a mouse; support finds none of them", async ({
  place,
  somebody,
  klarna,
}) => {
  test.slow();
  const { page } = await somebody("finance");
  const settlement = `P-${Date.now()}`;
  await klarna.settle({ settlement_id: settlement, rows: 200 });
  await page.goto("/test/settlements");
  await refreshUntil(page, page.getByRole("row", { name: new RegExp(settlement) }).getByRole("button", { name: "Adds up" }));
  const { answer } = await ask(page, `/api/desk/settlements/${settlement}/lines?environment=test&kind=SALE%2FCAPTURE`);
  const [{ capture_id: capture, payment_id: payment }] = (answer as unknown as { lines: { capture_id: string; payment_id: string }[] }).lines as [
    { capture_id: string; payment_id: string },
  ];
  const [paid] = await place.query<{ payment_reference: string; order_id: string; capture_id: string }>(
    `SELECT p.payment_reference, l.order_id, l.capture_id FROM payouts p JOIN payout_lines l ON l.payout_id = p.id
     WHERE p.environment = 'test' AND l.order_id IS NOT NULL AND l.capture_id <> '' ORDER BY p.id LIMIT 1`,
  );
  if (!paid) throw new Error("Klarna has paid out nothing.");
  const ids = [
    [settlement, /Settlement, /, `/test/settlements/${settlement}`],
    [paid.payment_reference, /Payout$/, `/test/payouts/${paid.payment_reference}`],
    [paid.order_id, /Order across payouts/, `/test/payouts/orders/${encodeURIComponent(paid.order_id)}`],
    [paid.capture_id, /Order across payouts/, `/test/payouts/orders/${encodeURIComponent(paid.order_id)}`],
    [payment, /Everything about this payment/, `/test/settlements?payment=${encodeURIComponent(payment)}`],
    [capture, /Everything about this payment/, `/test/settlements?payment=${encodeURIComponent(payment)}`],
  ] as const;
  for (const [id, words, address] of ids) {
    await page.goto("/settings/account");
    await callPalette(page);
    await expect(page.getByRole("combobox", box)).toBeFocused();
    await page.keyboard.insertText(id);
    await expect(page.getByRole("group", { name: "Money" }).getByRole("option", { name: words })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page, id).toHaveURL(`${place.deskUrl}${address}`);
  }
  await expect(page.getByRole("dialog", { name: "Everything about this payment" })).toContainText("Capture");
  const support = (await somebody("support")).page;
  await support.goto("/settings/account");
  for (const [id] of ids) {
    await callPalette(support);
    await expect(support.getByRole("combobox", box)).toBeFocused();
    await support.keyboard.insertText(id);
    await expect(support.getByRole("status").filter({ hasText: "Nothing fits" })).toBeVisible();
    await support.keyboard.press("Escape");
  }
});

/** As soon as the page listens to keys. */
async function callPalette(page: Page): Promise<void> {
  await alive(page.getByRole("button", { name: "Search and commands" }));
  await page.keyboard.press("Control+k");
}
