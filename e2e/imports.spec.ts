import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

import { alive } from "./stage/alive";
import type { OwnPlace } from "./stage/place";
import { expect, test } from "./stage/story";
import { refreshUntil } from "./stage/waiting";

test.use({ alone: true });

test("An operator brings in a list with wrong ones among it, pauses, goes on, and finds the merchants @postgres", async ({ somebody, klarna, own }) => {
  test.slow();
  const omar = await somebody("operations");
  const merchants = await strangers(own, 6);
  await klarna.break("accounts.get", "slow", { ms: 3_000 });
  const unknown = nobodies(10, 20);
  const list = ["account_id", ...unknown, ...merchants.map(({ account_id }) => account_id), "Eva's shop", merchants[0]?.account_id ?? ""].join("\n");

  const { page } = omar;
  await page.goto("/test/merchants");
  await page.getByRole("link", { name: "Bring in" }).click();
  await page.getByLabel("Choose a file").setInputFiles({ name: "merchants.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByRole("button", { name: "Check the list" }).click();
  const found = page.getByRole("status").filter({ hasText: "26 accounts to read" });
  await expect(found).toContainText("1 line without an account id");
  await expect(found.getByRole("list", { name: "Lines that are wrong" })).toContainText("Eva's shop");
  await page.getByRole("button", { name: "Read the 26 that are right" }).click();

  const item = page.getByRole("listitem").filter({ hasText: "26 accounts" });
  await expect(item).toContainText("Reading");
  await item.getByRole("button", { name: "Pause" }).click();
  await expect(item).toContainText("Paused");
  await page.reload();
  await expect(item).toContainText("Paused");
  await klarna.mend();
  await item.getByRole("button", { name: "Go on" }).click();
  await expect(item).toContainText("Done", { timeout: 30_000 });
  await expect(item).toContainText("6 of 26 read");

  const [download] = await Promise.all([page.waitForEvent("download"), item.getByRole("link", { name: /22 came to nothing/ }).click()]);
  const csv = readFileSync(await download.path(), "utf8");
  expect(csv).toContain(`2,${unknown[0]},Klarna knows no such account.`);
  expect(csv).toContain("28,,Not an account id.");

  await page.goto("/test/merchants");
  for (const { account_name } of merchants.slice(0, 2)) await expect(page.getByRole("link", { name: account_name })).toBeVisible();
});

test("A pasted list stops when its person may not read it any more; an admin tries its job again, stops it and goes on; what is given up isn't read", async ({
  somebody,
  klarna,
  own,
}) => {
  test.slow();
  const [omar, ada] = [await somebody("operations"), await somebody("admin")];
  const merchants = await strangers(own, 2);
  await klarna.break("accounts.get", "slow", { ms: 3_000 });
  const bringIn = async (page: Page, ids: readonly string[]) => {
    await page.goto("/test/merchants/import");
    await page.getByLabel("Account ids").fill(ids.join("\n"));
    await page.getByRole("button", { name: "Check the list" }).click();
    await page.getByRole("button", { name: `Read ${ids.length} accounts` }).click();
    await expect(page.getByLabel("Account ids")).toHaveValue("");
  };
  const item = (page: Page, count: number) => page.getByRole("listitem").filter({ has: page.getByText(`${count} accounts`, { exact: true }) });
  // More than Klarna's rate lets through meanwhile, so that some are left whenever it stops.
  await bringIn(omar.page, [...nobodies(1_000, 298), ...merchants.map(({ account_id }) => account_id)]);
  await expect(item(omar.page, 300)).toContainText("Reading");
  await omar.page.close();
  await own.query("UPDATE people SET role = 'finance' WHERE id = $1", [omar.person.id]);

  const lists = await ada.context.newPage();
  await lists.goto("/test/merchants/import");
  await expect(item(lists, 300)).toContainText("Who brought this list may not do so any more");
  await ada.page.goto("/settings/jobs");
  const jobs = ada.page.getByRole("table", { name: "Jobs that run, wait or have failed" });
  const job = jobs.getByRole("row").filter({ hasText: "Reads imported accounts" });
  await expect(job.filter({ hasText: omar.person.name })).toContainText("NOT_ALLOWED");
  await job.getByRole("button", { name: "Try again: Reads imported accounts" }).click();
  await job.filter({ hasText: ada.person.name }).getByRole("button", { name: "Stop: Reads imported accounts" }).click();
  await expect(job).toHaveCount(0);
  await refreshUntil(lists, item(lists, 300).getByText("Paused"));
  await klarna.mend();
  await klarna.liftLimits();
  await item(lists, 300).getByRole("button", { name: "Go on" }).click();
  await expect(item(lists, 300)).toContainText("2 of 300 read", { timeout: 90_000 });
  await expect(item(lists, 300)).toContainText("Done");

  await klarna.break("accounts.get", "slow", { ms: 3_000 });
  await bringIn(lists, nobodies(2_000, 30));
  await item(lists, 30).getByRole("button", { name: "Give up" }).click();
  await expect(item(lists, 30)).toContainText("Given up");
  await klarna.mend();
  await lists.reload();
  await expect(item(lists, 30)).toContainText("0 of 30 read");
  await expect(item(lists, 30).getByRole("button")).toHaveCount(0);
});

test("An account id that the desk has never heard of is pasted: support lands on its merchant, and finds it by a search from then on", async ({
  somebody,
  own,
}) => {
  const [merchant] = await strangers(own, 1);
  if (!merchant) throw new Error("Klarna has nobody that the desk doesn't know.");
  const { page } = await somebody("support");
  await page.goto("/test/merchants");
  const search = page.getByRole("textbox", { name: "Search merchants" });
  const hits = page.getByRole("table").getByRole("rowheader").filter({ hasText: merchant.account_name });
  expect(await own.query("SELECT FROM merchants WHERE account_id = $1", [merchant.account_id])).toEqual([]);
  await alive(search);
  await search.evaluate((field, id) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", id);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, merchant.account_id);
  await expect(page.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
  await page.goto("/test/merchants");
  await search.fill(merchant.account_reference);
  await expect(page).toHaveURL(/q=/);
  await expect(hits).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(hits.getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(encodeURIComponent(merchant.account_id)));
});

/** Ids that Klarna doesn't know. */
function nobodies(from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `krn:partner:global:account:test:NOBODY${from + index}`);
}

interface Stranger {
  readonly account_id: string;
  readonly account_name: string;
  readonly account_reference: string;
}

/** Merchants that Klarna knows and this desk has never heard of. The desk may still be reading those that it was given at first. */
async function strangers({ emulatorUrl }: OwnPlace, count: number) {
  const all = async (): Promise<readonly Stranger[]> => (await fetch(`${emulatorUrl}/__emulator/accounts?environment=test`)).json();
  const before = new Set((await all()).map(({ account_id }) => account_id));
  await fetch(`${emulatorUrl}/__emulator/seed`, { method: "POST", body: JSON.stringify({ merchants: before.size + count, seed: 1 }) });
  // Merchants that other stories brought are counted by the emulator beside its own, so there may be more than were asked for.
  return (await all()).filter(({ account_id }) => !before.has(account_id)).slice(0, count);
}
