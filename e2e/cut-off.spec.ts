import type { Page } from "@playwright/test";

import { expectAccessible } from "./stage/accessible";
import { alive } from "./stage/alive";
import { ask } from "./stage/ask";
import { expect, test } from "./stage/story";
import { askKlarnaNow } from "./stage/waiting";
import { fillLeast, goTo, type MadeUp, madeUpMerchant, sendButton, startWizard, text } from "./stage/wizard";

// What is broken here is broken for all who share it.
test.use({ alone: true });
test.describe.configure({ mode: "parallel" });

const nobodyKnows = "Nobody can say yet whether Klarna created this merchant";

async function prepare(page: Page, merchant: MadeUp): Promise<string> {
  await startWizard(page);
  await fillLeast(page, merchant);
  return new URL(page.url()).pathname;
}

const created = (page: Page, { name }: MadeUp) => expect(page.getByRole("heading", { name, level: 1 })).toBeVisible({ timeout: 40_000 });
const arrived = (page: Page) => expect(page).toHaveURL(/\/test\/merchants\/krn/, { timeout: 40_000 });

test("The connection to Klarna is lost in the middle: the draft is locked, says why, and settles by itself", async ({ somebody, klarna, expectErrors }) => {
  const { page } = await somebody("operations");
  const merchant = madeUpMerchant();
  // While it is asked again and again for the draft, Klarna may have failed often enough to be asked nothing else for a moment.
  expectErrors(/status of (504|409|503)/);
  const path = await prepare(page, merchant);
  // The webhook of what was created would settle it too.
  await klarna.holdTime();
  await klarna.break("accounts.onboard", "cut-after");
  await sendButton(page, merchant).click();

  await expect(page.getByText(nobodyKnows)).toBeVisible();
  await expect(page.getByText("so that the merchant can't be created twice")).toBeVisible();
  await expect(sendButton(page, merchant)).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("button", { name: "Throw away" })).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page, "a locked draft");
  await goTo(page, "Merchant");
  await expect(text(page, "Name")).toBeDisabled();
  await expect(text(page, "Name")).toHaveValue(merchant.name);
  const changed = { environment: "test", title: "", version: 1, content: {} };
  const saved = await ask(page, `/api/desk/drafts/${path.split("/").at(-1)}`, { method: "PUT", body: JSON.stringify(changed) });
  expect([saved.status, saved.answer?.code]).toEqual([409, "DRAFT_LOCKED"]);

  await klarna.mend();
  await arrived(page);
  await created(page, merchant);
  await klarna.letTimePass();
  expect(await klarna.accountsCalled(merchant.reference)).toBe(1);
  await expect(page.getByRole("list", { name: "What happened" })).toContainText(/Sent \d+ times with the same key, so it can't be done twice/);
});

test("Whoever doesn't want to wait asks Klarna now; nothing is created twice, and nothing that Klarna never got is lost", async ({
  somebody,
  klarna,
  expectErrors,
}) => {
  const { page } = await somebody("operations");
  const colleague = await somebody("admin");
  const merchant = madeUpMerchant();
  expectErrors(/status of 504/);
  const path = await prepare(page, merchant);
  await klarna.break("accounts.onboard", "cut-before");
  await sendButton(page, merchant).click();
  await expect(page.getByText(nobodyKnows)).toBeVisible();
  expect(await klarna.accountsCalled(merchant.reference)).toBe(0);

  await colleague.page.goto(path);
  await expect(colleague.page.getByText(nobodyKnows)).toBeVisible();
  await klarna.mend();
  await askKlarnaNow(colleague.page, () => arrived(colleague.page));
  await created(page, merchant);
  expect(await klarna.accountsCalled(merchant.reference)).toBe(1);
});

test("What Klarna refuses when it is asked again jumps to the field of whoever waits, as any refusal does", async ({ somebody, klarna, expectErrors }) => {
  const { page } = await somebody("operations");
  const merchant = { ...madeUpMerchant(), website: "https://shop.invalid" };
  expectErrors(/status of 504/);
  await prepare(page, merchant);
  await klarna.break("accounts.onboard", "cut-before");
  await sendButton(page, merchant).click();
  await expect(page.getByText(nobodyKnows)).toBeVisible();
  await klarna.mend();
  await askKlarnaNow(page, () => expect(page.getByText("Klarna refused this when it was last sent")).toBeVisible());
  await expect(text(page, "Address")).toBeFocused();
  await expect(text(page, "Address")).toHaveAccessibleDescription(/The host of this URL can't be reached/);
});

test("A double click, a reload while it is sent and a second tab create one merchant", async ({ somebody, atAnotherBrowser, klarna }) => {
  const { page, person } = await somebody("operations");
  const merchant = madeUpMerchant();
  const path = await prepare(page, merchant);
  const second = await atAnotherBrowser(person);
  await klarna.break("accounts.onboard", "slow", { ms: 4_000, times: 1 });
  const before = await klarna.received("accounts.onboard");
  await sendButton(page, merchant).dblclick();
  await expect.poll(() => klarna.received("accounts.onboard")).toBe(before + 1);
  await page.reload();
  await expect(page.getByText("This merchant is on its way to Klarna")).toBeVisible();
  await second.page.goto(path);
  await arrived(page);
  await arrived(second.page);
  await created(page, merchant);
  expect(await klarna.accountsCalled(merchant.reference)).toBe(1);
  expect(await klarna.received("accounts.onboard")).toBe(before + 1);
});

test("Two colleagues send the same draft at the same moment: one merchant, and both see it", async ({ somebody, klarna, expectErrors }) => {
  const [one, other] = [await somebody("operations"), await somebody("operations")];
  const merchant = madeUpMerchant();
  expectErrors(/status of 409/);
  const path = await prepare(one.page, merchant);
  await expect(one.page.getByText(/^Saved/)).toBeVisible();
  await other.page.goto(`${path}?step=review`);
  await expect(await alive(sendButton(other.page, merchant))).toBeEnabled();
  await klarna.break("accounts.onboard", "slow", { ms: 1_500 });
  await Promise.all([sendButton(one.page, merchant).click(), sendButton(other.page, merchant).click()]);
  await arrived(one.page);
  await arrived(other.page);
  expect(await klarna.accountsCalled(merchant.reference)).toBe(1);
});

test("Whoever still changes a draft that a colleague has just sent, and sends it too, is taken to the merchant", async ({ somebody, klarna, expectErrors }) => {
  const [one, other] = [await somebody("operations"), await somebody("operations")];
  const merchant = madeUpMerchant();
  expectErrors(/status of (409|504)/);
  const path = await prepare(one.page, merchant);
  await expect(one.page.getByText(/^Saved/)).toBeVisible();
  await other.page.goto(`${path}?step=merchant`);
  await alive(text(other.page, "Name"));
  await klarna.break("accounts.onboard", "slow", { ms: 10_000, times: 1 });
  const before = await klarna.received("accounts.onboard");
  await sendButton(one.page, merchant).click();
  await expect.poll(() => klarna.received("accounts.onboard")).toBe(before + 1);
  const late = { ...merchant, name: `${merchant.name} AB` };
  await text(other.page, "Name").fill(late.name);
  await goTo(other.page, "Review");
  await sendButton(other.page, late).click();
  await arrived(one.page);
  await arrived(other.page);
  await created(other.page, merchant);
  expect(await klarna.accountsCalled(merchant.reference)).toBe(1);
});

test("The browser never hears the answer: it finds out, and goes on to the merchant", async ({ somebody, klarna, expectErrors }) => {
  const { page } = await somebody("operations");
  const merchant = madeUpMerchant();
  expectErrors(/net::ERR/);
  await prepare(page, merchant);
  await page.route("**/accounts.onboard", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await sendButton(page, merchant).click();
  await arrived(page);
  await created(page, merchant);
  expect(await klarna.accountsCalled(merchant.reference)).toBe(1);
});
