import type { Page } from "@playwright/test";

import { expectAccessible } from "./stage/accessible";
import { cellsOf, factsIn, klarnas, klarnasSettlement, money } from "./stage/klarnas-money";
import type { Place } from "./stage/place";
import { expect, test } from "./stage/story";

test("Finance pastes a bank statement and finds which payout is short and why", async ({ place, klarna, somebody }) => {
  const { page } = await somebody("finance");
  const whole = `XD65-${number()}`;
  const short = `XD65-${number()}`;
  await klarna.settle({ settlement_id: whole, rows: 60, seed: 11, currency: "SEK" });
  await klarna.settle({ settlement_id: short, rows: 80, seed: 12, currency: "SEK" });
  const [full, less] = [await paid(place, whole), await paid(place, short)];

  await page.goto("/test/settlements/find");
  const text = [
    "Kontohavare;Nordlys Betalningar AB",
    "Bokföringsdag;Text;Belopp;Valuta",
    `2026-11-20;KLARNA BANK AB ${whole};${swedish(full)};SEK`,
    // The bank shows the number alone, and took a fee.
    `2026-11-21;Klarna ${short.replace("XD65-", "")} avgift avdragen;${swedish(less - 2_500n)};SEK`,
    "2026-11-22;KLARNA BANK AB XD65-900000001;100,00;SEK",
    "2026-11-23;Hyra kontor 4711-2;-12 000,00;SEK",
  ].join("\n");
  await choose(page, "statement.csv", Buffer.from(text, "latin1"));

  await expect(page.getByRole("status")).toContainText("1 matched, 1 to look at, 1 not found. 1 line has nothing of Klarna's and isn't shown.");
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row(whole)).toContainText("Matched");
  await expect(row(short)).toContainText("SEK 25.00 short");
  await expect(row("XD65-900000001")).toContainText("Not found");
  await expectAccessible(page, "what a bank statement came to");

  await page.getByRole("button", { name: "To look at 1" }).click();
  await expect(row(whole)).toHaveCount(0);
  await row(short).getByRole("link", { name: short }).click();
  await page.waitForURL((url) => url.pathname.includes(short));
  // Klarna's side adds up: what is missing was taken on the way.
  await expect(page.getByRole("heading", { level: 1 })).toContainText("SEK");
  await expect(page.getByText("Adds up").first()).toBeVisible();
});

test("Finance pastes a statement with payouts of the older API: one is short by what Klarna gave back after the transfer, one is low for a debt that it paid off", async ({
  place,
  somebody,
}) => {
  const { page } = await somebody("finance");
  const { payouts } = await klarnas(place, "eu/live");
  const low = payouts.find(({ totals }) => (totals.repay_amount ?? 0) > 0);
  const whole = payouts.find(({ totals }) => !totals.opening_debt_balance_amount && !totals.closing_debt_balance_amount && !totals.holdback_amount);
  if (!low || !whole) throw new Error("Klarna has no such payouts.");
  // The transfer is begun, and then a refund that was charged wrongly is given back: it is in the payout, and not in the transfer.
  const credit = 12_34;
  const order = { region: "eu", environment: "live", changes: { [whole.payment_reference]: { credit } } };
  await fetch(`${place.emulatorUrl}/__emulator/payouts`, { method: "POST", body: JSON.stringify(order) });
  const short = (await klarnas(place, "eu/live")).payouts.find(({ payment_reference }) => payment_reference === whole.payment_reference) ?? whole;
  await page.goto(`/live/payouts/${short.payment_reference}`);
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByRole("region", { name: "Why it is this amount" }).getByRole("row", { name: /^Credits/ })).toContainText(money(credit));

  await page.goto("/live/settlements/find");
  const line = ({ payment_reference, currency_code, totals, payout_date }: typeof low, less = 0) =>
    `${payout_date.slice(0, 10)};Klarna ${payment_reference};${(((totals.settlement_amount ?? 0) - less) / 100).toFixed(2)};${currency_code}`;
  const text = ["Date;Text;Amount;Currency", line(short, credit), line(low)].join("\n");
  await choose(page, "statement.csv", Buffer.from(text));
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row(short.payment_reference).first()).toContainText(`${short.currency_code} ${money(credit)} short`);
  await expect(row(low.payment_reference).first()).toContainText("Matched");

  await row(short.payment_reference).getByRole("link", { name: short.payment_reference }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(short.payment_reference);
  await expect(page.getByRole("button", { name: "Adds up" })).toBeVisible();
  const parts = async () => cellsOf(page.getByRole("table", { name: /^What goes into this payout/ }));
  expect(await parts()).toEqual(
    expect.arrayContaining([
      ["Credits", money(short.totals.credit_amount ?? 0)],
      ["Paid out", money(short.totals.settlement_amount ?? 0)],
    ]),
  );
  const lines = await cellsOf(page.getByRole("table", { name: /^Lines by/ }));
  expect(lines.filter(([kind]) => kind?.startsWith("Refund that was wrongly charged")).map((cells) => cells.at(-2))).toEqual([money(credit)]);

  await page.goto(`/live/payouts/${low.payment_reference}`);
  const { repay_amount: repaid = 0, opening_debt_balance_amount: before = 0, settlement_amount: settled = 0 } = low.totals;
  expect(await parts()).toEqual(
    expect.arrayContaining([
      ["Debt paid off", money(-repaid)],
      ["Paid out", money(settled)],
    ]),
  );
  expect(await factsIn(page.getByRole("region", { name: "Debt" }))).toMatchObject({
    Before: `${low.currency_code} ${money(before)}`,
    "Paid off by this payout": `${low.currency_code} ${money(repaid)}`,
  });
});

test("What isn't a statement gets a sentence, a table without headers a question, and a CAMT.053 is read", async ({ place, klarna, somebody }) => {
  const { page } = await somebody("finance");
  const id = `XD65-${number()}`;
  await klarna.settle({ settlement_id: id, rows: 40, seed: 13, currency: "EUR" });
  const amount = await paid(place, id);
  await page.goto("/test/settlements/find");
  const field = page.getByRole("textbox", { name: /^References/ });
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("Paste a reference, or choose a file.")).toBeVisible();
  await field.fill("nothing of theirs");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/nothing in it that could be a reference/)).toBeVisible();
  await expect(field, "what was typed is still there").toHaveValue("nothing of theirs");
  await choose(page, "statement.pdf", Buffer.from("%PDF-1.7"));
  await expect(page.getByText(/not as PDF, Excel or ZIP/)).toBeVisible();
  await expectAccessible(page, "a file that is no bank statement");

  const major = `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
  await choose(page, "odd.csv", Buffer.from(`Was,Wieviel,Wann\n"Klarna ${id}",${major},2026-11-20\nx,1.00,2026-11-21\n`));
  await expect(page.getByText("Found, amount not compared")).toBeVisible();
  await page.getByLabel("Where is the amount?").selectOption("Wieviel");
  await expect(page.getByRole("row").filter({ hasText: id })).toContainText("Matched");
  await page.getByLabel("Where is the day?").selectOption("Wann");
  await expect(page.getByText("Not every column could be recognised")).toHaveCount(0);
  await expect(page.getByRole("row").filter({ hasText: id })).toContainText("Matched");

  const camt = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
    <Ntry><Amt Ccy="EUR">${major}</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt><AddtlNtryInf>${id}</AddtlNtryInf></Ntry>
  </Stmt></BkToCstmrStmt></Document>`;
  await choose(page, "statement.xml", Buffer.from(camt));
  await expect(page.getByRole("row").filter({ hasText: id })).toContainText("Matched");

  // As it is copied from a bank's page: small letters, thousands, the currency; and lines unlike it, none of which vanishes.
  const grouped = major.replace(/\B(?=(\d{3})+\.)/g, ",");
  await field.fill(`${id.toLowerCase()}\tEUR ${grouped}\nXD65-900000009\nKlarna Bank AB, ref 900000008`);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText("1 matched, 0 to look at, 2 not found.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: id })).toContainText("Matched");
});

test("Support finds no bank statements, and the door refuses too", async ({ somebody, expectErrors }) => {
  const { page } = await somebody("support");
  expectErrors(/status of 40[34]/);
  await page.goto("/test/settlements/find");
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
});

function number(): string {
  return String(Math.floor(100_000_000 + Math.random() * 800_000_000));
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("Choose a statement").setInputFiles({ name, mimeType: "text/plain", buffer });
}

/** What Klarna says it has paid out, once the desk has read the report that was announced. */
async function paid(place: Place, id: string): Promise<bigint> {
  const proved = async () => (await place.query("SELECT 1 FROM settlements WHERE settlement_id = $1 AND proved", [id])).length;
  await expect.poll(proved).toBe(1);
  return klarnasSettlement(place, id);
}

/** As Swedish banks write it: `1 234,50`. */
function swedish(minor: bigint): string {
  const whole = (minor / 100n).toString().replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return `${whole},${String(minor % 100n).padStart(2, "0")}`;
}
