import { alive } from "./stage/alive";
import { onboard } from "./stage/merchant";
import { serial } from "./stage/person";
import { expect, test } from "./stage/story";
import { refreshUntil } from "./stage/waiting";

test("Support finds a merchant by a misspelt name while on the phone, without touching the mouse @postgres", async ({ somebody }) => {
  const id = letters();
  const merchant = await onboard(await somebody("operations"), { account_name: `Skönhetshörnan ${id} i Göteborg` });
  const { page } = await somebody("support");
  await page.goto("/test/merchants");
  const search = await alive(page.getByRole("textbox", { name: "Search merchants" }));
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type(`skonhetshornna ${id}`, { delay: 20 });
  await expect(page.getByText("Nothing is spelt like that. These are close:")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: merchant.account_name })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue(`skonhetshornna ${id}`);
});

test("Merchants are selected by keyboard, tagged, found by their tag, and kept as a view that the next day begins with", async ({ somebody }) => {
  const id = letters();
  const operations = await somebody("operations");
  for (const part of ["Ett", "Två"]) await onboard(operations, { account_name: `${part} ${id}` });
  const { page } = operations;
  await page.goto(`/test/merchants?q=${id}`);
  await refreshUntil(page, page.getByRole("table").getByRole("rowheader").nth(1));
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(2);
  await alive(page.getByRole("table"));
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
  await expect(page.getByRole("region", { name: "Selected merchants" })).toContainText("2 selected");
  // The list of tags comes after one has begun to type.
  let answer = () => {};
  const typed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/desk/tags?*", async (route) => {
    await typed;
    await route.continue();
  });
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByLabel("New tag").fill(`Autumn ${id}`);
  answer();
  await expect(page.getByRole("dialog").getByRole("status", { name: "Loading" })).toHaveCount(0);
  await page.getByLabel("Colour").selectOption("Green");
  await page.getByRole("button", { name: "Add tag" }).click();
  await expect(page.getByRole("checkbox", { name: `Autumn ${id}` })).toBeChecked();
  await page.getByRole("button", { name: "Save tags" }).click();
  await expect(page.getByRole("table").getByText(`Autumn ${id}`)).toHaveCount(2);

  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("combobox", { name: "Tag" }).fill(id);
  await page.getByRole("option", { name: `Autumn ${id}` }).click();
  await expect(page).toHaveURL(/tag=/);
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(page).not.toHaveURL(/q=/);
  await page.getByRole("button", { name: "All merchants" }).click();
  await page.getByRole("button", { name: "Save as a new view" }).click();
  await page.getByLabel("Name of the view").fill(`Mine ${id}`);
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("link", { name: `Mine ${id}` })).toContainText("2");
  await page.getByRole("button", { name: "Begin with it" }).click();
  await expect(page.getByRole("button", { name: "Don't begin with it" })).toBeVisible();
  await page.goto("/test/merchants");
  await expect(page.getByRole("button", { name: `Mine ${id}` })).toBeVisible();
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(2);
});

test("A tag is deleted from every merchant only by whoever says so twice", async ({ somebody }) => {
  const id = letters();
  const operations = await somebody("operations");
  await onboard(operations, { account_name: `Märkt ${id}` });
  const { page } = operations;
  const deleted: string[] = [];
  page.on("request", (request) => request.method() === "DELETE" && deleted.push(request.url()));
  await page.goto(`/test/merchants?q=${id}`);
  await refreshUntil(page, page.getByRole("table").getByRole("rowheader").first());
  await alive(page.getByRole("table"));
  for (const key of ["j", "x"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByLabel("New tag").fill(`Gone ${id}`);
  await page.getByRole("button", { name: "Add tag" }).click();
  await page.getByRole("button", { name: `Edit Gone ${id}` }).click();
  await page.getByRole("button", { name: "Delete this tag …" }).click();
  const sure = page.getByRole("button", { name: `Delete Gone ${id} from every merchant` });
  await expect(sure).toBeVisible();
  expect(deleted).toEqual([]);
  await sure.click();
  await expect(page.getByRole("checkbox", { name: `Gone ${id}` })).toHaveCount(0);
  expect(deleted).toHaveLength(1);
});

test("An IBAN finds whose it is, and gets into no address", async ({ somebody }) => {
  const { page } = await somebody("finance");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/test/merchants");
  const search = page.getByRole("textbox", { name: "Search merchants" });
  await search.fill("SE45 5000 0000 0583 9825 7466");
  await expect(page.getByRole("status").filter({ hasText: "found" })).toBeAttached();
  expect(page.url()).not.toMatch(/q=|SE45/);
  expect(asked.filter((url) => /SE45|5839/.test(url))).toEqual([]);
});

test("An account id leads to its merchant: pasted at once, typed by Enter, and one that the desk doesn't know is offered", async ({
  somebody,
  expectErrors,
}) => {
  expectErrors(/status of 404/);
  const merchant = await onboard(await somebody("operations"));
  const { page } = await somebody("support");
  await page.goto("/test/merchants");
  const search = page.getByRole("textbox", { name: "Search merchants" });
  await search.fill("krn:partner:global:account:test:N0B0DY99");
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page.getByText("Klarna knows no such account")).toBeVisible();
  await page.goto("/test/merchants");
  await alive(search);
  await search.evaluate((field, id) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", ` ${id}\n`);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, merchant.account_id);
  await expect(page.getByRole("heading", { name: merchant.account_name, level: 1 })).toBeVisible();
});

test("The list is narrowed to what nobody has seen for a while, and a merchant leads to the list of its group", async ({ somebody }) => {
  const group = `group-${letters()}`;
  const operations = await somebody("operations");
  const merchant = await onboard(operations, { account_group_reference: group });
  await onboard(operations, { account_group_reference: group });
  const { page } = operations;
  await page.goto(`/test/merchants?group=${group}`);
  await refreshUntil(page, page.getByRole("table").getByRole("rowheader").nth(1));
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(2);
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByLabel("Not seen").selectOption("for 30 days");
  await expect(page).toHaveURL(/unseen_days=30/);
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(0);
  await page.getByRole("button", { name: "Remove Not seen for 30 days" }).click();
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(2);
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}`);
  await page.getByRole("link", { name: "1 known to the desk" }).click();
  await expect(page).toHaveURL(new RegExp(`group=${group}`));
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(2);
});

test("The keys are shown, and a list is downloaded as it stands", async ({ somebody }) => {
  const { page } = await somebody("auditor");
  await page.goto("/test/merchants?sort=name");
  const search = await alive(page.getByRole("textbox", { name: "Search merchants" }));
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("To the next merchant");
  await page.keyboard.press("Escape");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download", exact: true }).click();
  expect((await saved).suggestedFilename()).toMatch(/^merchants-test-.*\.csv$/);
  await search.fill("x".repeat(300));
  await expect(page.getByText("Search for at most 200 characters")).toBeVisible();
  // Nor does an address that somebody made longer keep anybody from the list.
  await page.goto(`/test/merchants?q=${"x".repeat(10_000)}`);
  await expect(page.getByRole("table", { name: "Merchants" })).toBeVisible();
});

/** A few letters of this story alone: digits in a row would be taken for somebody's number, and kept out of the address. */
function letters(): string {
  return serial().replace(/\d/g, (digit) => "GHJKLMNPQR"[Number(digit)] ?? "");
}
