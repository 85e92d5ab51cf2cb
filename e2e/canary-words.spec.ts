import type { APIResponse } from "@playwright/test";

import { browserStores } from "./stage/browser-stores";
import { owner, whole } from "./stage/merchant";
import { fillSuspension, manageable, openProducts, product } from "./stage/products";
import { expect, test } from "./stage/story";
import { everythingKept, logs, writingsOf } from "./stage/traces";

// Of one's own, because it looks into the desk's log.
test.use({ alone: true });

/** What people write in their own words, which may name anybody. */
const words = {
  note: "Ragnhild Lövsångare ringde",
  suspension: "Stulna kort, säger Hjördis Näktergal",
  run: "Gäller Sigbritt Talltita",
  decision: "Enligt Folke Domherre",
  list: "Tuva Steglits 19610723-4557",
};

const [torkel] = whole.beneficiary_information.stakeholders;
const born = torkel?.date_of_birth ?? "";
const nationalId = torkel?.national_identification.number ?? "";
const iban = whole.settlement_information.bank_accounts[0]?.iban ?? "";
/** What may be somebody's own and is searched for: by it a merchant may be found, and nothing may say so. */
const sought = [nationalId, iban, iban.replace(/(.{4})/g, "$1 ").trim(), owner.email, owner.phone];

test("What people write in their own words, and the numbers they search by, are in no address, log, browser store, database or download", async ({
  somebody,
  own,
  klarna,
  expectErrors,
}) => {
  test.setTimeout(480_000);
  const operator = await somebody("operations");
  const auditor = await somebody("auditor");
  const { page, context } = operator;
  const addresses: string[] = [];
  for (const { context } of [operator, auditor]) context.on("request", (request) => addresses.push(request.url()));
  const personal = writingsOf([...Object.values(words), ...sought, born, "Vintersjö", "Lagerkvist"]);
  const found = (text: string) => personal.filter((value) => text.includes(value));
  const post = async (path: string, data: object) => {
    const response = await context.request.post(`/api/desk/${path}`, { data: { environment: "test", ...data } });
    expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return response;
  };
  const merchant = await manageable(operator, { extra_account_data: whole });
  const group = `GROUP-${merchant.account_reference}`;
  await manageable(operator, { account_group_reference: group, extra_account_data: whole });
  const address = `/test/merchants/${encodeURIComponent(merchant.account_id)}`;
  // The desk reads it whole, as for whoever looks at its people and its bank accounts.
  await page.goto(`${address}/people`);
  await expect(page.getByRole("heading", { name: "Torkel Vintersjö" })).toBeVisible();

  await page.goto(`${address}/activity`);
  await page.getByRole("button", { name: "Write a note" }).click();
  await page.getByRole("textbox", { name: "Note" }).fill(words.note);
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: words.note })).toBeVisible();

  await openProducts(page, merchant);
  await fillSuspension(page, "Fraud", words.suspension);
  await page.getByRole("dialog").getByLabel(`Type ${merchant.account_name}`).fill(merchant.account_name);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Suspend ${merchant.account_name}` })
    .click();
  await expect(product(page).getByText("Disabled by your team")).toBeVisible();
  await expect(product(page)).toContainText(words.suspension);

  // A run, and a list of what isn't an id in part.
  const asked = { text: "", filters: { group: [group] }, days: {} };
  const { run, meant, ready } = (await (await post("runs/check", { asked, order: { act: "suspend" } })).json()) as {
    run: string;
    meant: string;
    ready: number;
  };
  expect(ready).toBe(1);
  await post("runs", { asked, order: { act: "suspend", reason: "FRAUD", details: words.run }, run, meant, count: ready, typed: String(ready) });
  await expect.poll(async () => (await own.query("SELECT 1 FROM runs WHERE finished_at IS NOT NULL")).length, { timeout: 60_000 }).toBe(1);
  const brought = (await (await post("imports", { text: `${words.list}\nkrn:partner:global:account:test:NOBODY9` })).json()) as { id: string };

  await expect
    .poll(async () => (await own.query("SELECT 1 FROM imports WHERE id = $1 AND finished_at IS NOT NULL", [brought.id])).length, { timeout: 60_000 })
    .toBe(1);

  // An operation that a person settles.
  expectErrors(/status of 504/);
  await klarna.break("accounts.update", "cut-before");
  const update = await context.request.patch(`/api/klarna/test/accounts.update?${new URLSearchParams({ account_id: merchant.account_id })}`, {
    headers: { "x-attempt": crypto.randomUUID() },
    data: { account_name: merchant.account_name, account_owner: owner },
  });
  expect(update.status()).toBe(504);
  await own.query(
    "UPDATE operations SET first_sent_at = now() - interval '2 days', sent_at = now() - interval '2 days', next_try_at = NULL, next_look_at = NULL WHERE state = 'unknown'",
  );
  await klarna.mend();
  const [unknown] = await own.query<{ id: string; fence: number }>("SELECT id, fence FROM operations WHERE state = 'unknown'");
  await post(`operations/${unknown?.id}/settle`, {
    environment: undefined,
    fence: unknown?.fence,
    verdict: "not-done",
    source: "klarna-support",
    note: words.decision,
  });

  // Whatever may be somebody's own, typed where one searches.
  for (const text of sought) {
    await page.goto("/test/merchants");
    const answered = (door: string) =>
      page.waitForResponse(
        (response) => new URL(response.url()).pathname === `/api/desk/${door}` && response.request().postData()?.includes(text.slice(0, 8)) === true,
      );
    const listed = answered("directory");
    await page.getByRole("textbox", { name: "Search merchants" }).fill(text);
    await listed;
    const offered = answered("palette");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search merchants, pages and commands" }).fill(text);
    await offered;
    expect(found(await browserStores(page)), `the browser's stores, after ${text.slice(0, 4)}… was searched for`).toEqual([]);
  }

  const failures = await context.request.get(`/api/desk/imports/${brought.id}/failures?environment=test`);
  const downloads: Readonly<Record<string, readonly [APIResponse, string]>> = {
    "the directory": [await post("directory/csv", { asked: { text: iban, filters: {}, days: {} } }), merchant.account_name],
    "a run": [await context.request.get(`/api/desk/runs/${run}/csv?environment=test`), "krn:partner:global:account:test"],
    "what couldn't be brought in": [failures, "NOBODY9"],
    "the audit log": [await auditor.context.request.get("/api/desk/audit/export"), "accounts.update"],
  };
  for (const [of, [response, holds]] of Object.entries(downloads)) {
    expect(response.status(), of).toBe(200);
    const text = await response.text();
    expect(text, `the download of ${of} was read`).toContain(holds);
    expect(found(text), `the download of ${of}`).toEqual([]);
  }
  const kept = await everythingKept(own);
  expect(found(kept), "the database").toEqual([]);
  expect(kept, "the database was read").toContain(merchant.account_reference);
  const written = await logs(own);
  expect(found(written), "the logs").toEqual([]);
  expect(written, "the logs were read").toContain("desk started");
  expect(found(addresses.join("\n")), "addresses").toEqual([]);
  expect(addresses.join("\n"), "the addresses were heard").toContain("/api/desk/directory");
});
