import { expectAccessible } from "./stage/accessible";
import { money } from "./stage/klarnas-money";
import { reportOf, reportText } from "./stage/report";
import { expect, test } from "./stage/story";
import { refreshUntil } from "./stage/waiting";

test("A settlement that wasn't announced is looked up; until its report is read its transactions are Klarna's own pages, and then it is shown without anybody turning to it anew", async ({
  somebody,
  klarna,
  place,
  expectErrors,
}) => {
  test.slow();
  const { page } = await somebody("finance");
  const id = `LOOK-${Date.now()}`;
  const order = { settlement_id: id, rows: 120, seed: 41, announce: false } as const;
  expectErrors(/status of 404/);
  await page.goto(`/test/settlements/${id}`);
  await expect(page.getByText("The desk doesn't know this settlement")).toBeVisible();
  await expectAccessible(page, "a settlement that nobody knows");
  await page.getByRole("button", { name: "Look it up at Klarna" }).click();
  await expect(page.getByText("It wasn't found")).toBeVisible();

  await klarna.settle({ ...order, fault: "it is a web page" });
  await page.goto("/test/settlements");
  await page.getByRole("button", { name: "Look up at Klarna" }).click();
  const dialog = page.getByRole("dialog", { name: "Look up a settlement" });
  await expectAccessible(page, "looking up a settlement");
  await dialog.getByLabel("Settlement id").fill(id);
  await dialog.getByRole("button", { name: "Look it up" }).click();
  await expect(page.getByText("Its report wasn't taken")).toBeVisible({ timeout: 60_000 });

  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Transactions" }).click();
  await expect(page.getByText("Page by page from Klarna, since the report isn't loaded: 120 in all")).toBeVisible();
  await klarna.settle(order);
  const { rows } = await reportOf(place, id);
  const table = page.getByRole("table", { name: "Transactions as Klarna's API lists them" });
  const references = (from: number, to: number) =>
    rows.slice(from, to).map(({ payment_transaction_reference: reference = "", amount }) => `${reference} ${money(Number(amount))}`);
  const shown = () =>
    table.locator("tbody tr").evaluateAll((lines) => {
      // A reference whose middle is left out stands whole beside it, for those who listen.
      const words = (cell: Element | undefined) => (cell?.querySelector(".sr-only") ?? cell)?.textContent;
      return lines.map((line) => [3, 4].map((at) => words(line.querySelectorAll("th, td > span:last-child")[at])).join(" "));
    });
  await expect.poll(shown).toEqual(references(0, 50));
  await expectAccessible(page, "transactions as Klarna's API lists them");
  await expect(page.getByRole("button", { name: "Page before" })).toBeDisabled();
  await page.getByRole("button", { name: "Next page" }).click();
  await expect.poll(shown).toEqual(references(50, 100));
  await page.getByRole("button", { name: "Next page" }).click();
  await expect.poll(shown).toEqual(references(100, 120));
  await expect(page.getByRole("button", { name: "Next page" })).toBeDisabled();
  await page.getByRole("button", { name: "Page before" }).click();
  await expect.poll(shown).toEqual(references(50, 100));

  await page.getByRole("button", { name: "Read it again" }).click();
  await expect(page.getByText("100 of 120")).toBeVisible({ timeout: 60_000 });
  const first = page
    .getByRole("table", { name: /in the order of the report/ })
    .locator("tbody tr")
    .first();
  await expect(first).toContainText(money(Number(rows[0]?.amount)));
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Merchants" }).click();
  await expect(page.getByRole("table", { name: /each merchant/ })).toBeVisible();

  await klarna.settle({ ...order, rows: 130, seed: 42, announce: true });
  await refreshUntil(page, page.getByText("Klarna's report has changed"));
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Transactions" }).click();
  await expect(page.getByText("100 of 120")).toBeVisible();
  await page.getByRole("button", { name: "Take Klarna's new report" }).click();
  await expect(page.getByText("100 of 130")).toBeVisible({ timeout: 60_000 });
  await expect(first).toContainText(money(Number((await reportOf(place, id)).rows[0]?.amount)));
});

test("A file that Klarna doesn't have is a sentence and no broken download; one that there is is saved by the browser", async ({
  somebody,
  klarna,
  place,
  expectErrors,
}) => {
  const { page } = await somebody("finance");
  const [id, gone] = [`HERE-${Date.now()}`, `GONE-${Date.now()}`];
  await klarna.settle({ settlement_id: id, rows: 50, seed: 51, announce: false });
  const report = Buffer.from((await reportText(place, id)).replaceAll(id, gone));
  await page.goto("/test/settlements");
  await page.getByLabel("Bring in a report").setInputFiles({ name: "gone.csv", mimeType: "text/csv", buffer: report });
  await page.getByRole("dialog").getByRole("button", { name: "Load it" }).click();
  await expect(page).toHaveURL(new RegExp(`/test/settlements/${gone}$`), { timeout: 60_000 });
  expectErrors(/status of 404/);
  await page.getByRole("button", { name: "Klarna's file" }).click();
  await expect(page.getByText("There is no file")).toBeVisible();
  await expectAccessible(page, "a file that there isn't");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spreadsheet" }).click();
  const stream = await (await saved).createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  expect(Buffer.concat(pieces).toString("utf8").trimEnd().split("\n")).toHaveLength(51);
});
