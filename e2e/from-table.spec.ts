import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

import { expectAccessible } from "./stage/accessible";
import { expect, test } from "./stage/story";
import { goTo, type MadeUp, madeUpMerchant, sendButton, text } from "./stage/wizard";

/** A table as a spreadsheet saves it: what can be sent as it stands needs no more than these columns. */
const header = ["Reference", "Merchant name", "Owner: E-mail", "Home page", "MCC", "Profile", "Internal colour"];
const rowOf = ({ reference, name, owner, website }: MadeUp, email = owner.email) => [reference, name, email, website, "5942", "", "blue"];

async function bring(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const csv = [header, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(";")).join("\r\n");
  await page.getByLabel(/^Choose (a|another) file/).setInputFiles({ name: "spring.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
}

test("An operator prepares many merchants from a table, is told what to correct first, and onboards those that need nobody's eyes: none twice", async ({
  somebody,
  place,
}) => {
  test.slow();
  const { page } = await somebody("operations");
  const [first, second, third] = [madeUpMerchant(), madeUpMerchant(), madeUpMerchant()];
  await page.goto("/test/merchants/new");
  await page.getByRole("link", { name: "Start from a table" }).click();
  await expect(page.getByText("No table yet")).toBeVisible();
  await expectAccessible(page, "no table yet");

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Get an empty table" }).click();
  const empty = await readFile(await (await saved).path(), "utf8");
  expect(empty.split(",").length).toBeGreaterThan(60);

  await page.getByLabel("Choose a file").setInputFiles({ name: "spring.xlsx", mimeType: "application/zip", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) });
  await expect(page.getByText("Save the spreadsheet as CSV")).toBeVisible();
  await bring(page, [rowOf(first), rowOf(second, "not an address"), rowOf(third)]);

  // What the header doesn't say, a person does; what is nobody's affair is left out.
  await page.getByLabel("Home page").selectOption("Website: Address");
  const profile = page.getByLabel("Distribution profile of those that name none");
  await profile.selectOption({ index: 1 });
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row(first.name)).toContainText("Nothing");
  await expect(row(second.name)).toContainText("Owner: E-mail: ");
  await expect(page.getByText("1 merchant of 3 can't be sent as it stands")).toBeVisible();
  await expectAccessible(page, "a table of merchants");

  await page.getByRole("button", { name: "Only the 2 with nothing to correct" }).click();
  await expect(page.getByText("2 drafts made")).toBeVisible();
  await expect(row(second.name)).toContainText("not made");
  await page.getByRole("button", { name: "Make 1 draft" }).click();
  await expect(page.getByText("3 drafts made")).toBeVisible();

  // The file comes again, with its fault corrected: only that row is another.
  await bring(page, [rowOf(first), rowOf(second), rowOf(third)]);
  await page.getByLabel("Home page").selectOption("Website: Address");
  await profile.selectOption({ index: 1 });
  await expect(page.getByText("Nothing has to be corrected")).toBeVisible();
  await page.getByRole("button", { name: "Make 3 drafts" }).click();
  await expect(page.getByText("1 draft made")).toBeVisible();
  await expect(page.getByText("2 rows were brought in before: nothing was made twice.")).toBeVisible();
  await expectAccessible(page, "a table that was brought in");

  // One is looked at and sent by a colleague, as ever; the others go from here.
  const colleague = await somebody("operations");
  await colleague.page.goto((await row(first.name).getByRole("link", { name: "Open" }).getAttribute("href")) ?? "");
  await expect(text(colleague.page, "Name")).toHaveValue(first.name);
  await goTo(colleague.page, "Review");
  await sendButton(colleague.page, first).click();
  await expect(colleague.page.getByRole("heading", { level: 1 })).toContainText(first.name);
  await page.getByRole("button", { name: "Onboard 3 merchants …" }).click();
  const dialog = page.getByRole("dialog", { name: "Onboard 3 merchants?" });
  await expect(dialog.getByText("TEST", { exact: true })).toBeVisible();
  await expectAccessible(page, "before a table is onboarded");
  await dialog.getByRole("button", { name: "Onboard 3 merchants" }).dblclick();
  await expect(page.getByText("3 merchants onboarded")).toBeVisible({ timeout: 60_000 });
  const made = "SELECT account_reference FROM merchants WHERE account_reference = ANY($1)";
  const references = [first, second, third].map(({ reference }) => reference);
  const found = await place.query<{ account_reference: string }>(made, [references]);
  expect(found.map(({ account_reference }) => account_reference).sort(), "each once").toEqual([...references].sort());
  await expectAccessible(page, "a table that was onboarded");
  await row(third.name).getByRole("link", { name: "Look at it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(third.name);
});

test("Who may not onboard finds no way to bring in a table, and the door refuses it too", async ({ somebody, expectErrors }) => {
  expectErrors(/status of (403|404)/);
  const { page } = await somebody("finance");
  await page.goto("/test/merchants/new/table");
  await expect(page.getByLabel(/^Choose/)).toHaveCount(0);
  const refused = await page.evaluate(async () => {
    const answer = await fetch("/api/desk/drafts/rows", { method: "POST", body: JSON.stringify({ environment: "test", rows: [{ title: "", content: {} }] }) });
    return answer.status;
  });
  expect(refused).toBe(403);
});
