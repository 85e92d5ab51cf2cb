import { beforeEach, describe, expect, test } from "vitest";

import { allThatHappened } from "@/lib/desk/timeline";
import { accounts } from "@/lib/klarna/operations/accounts";
import { bankAccounts } from "@/lib/klarna/operations/bank-accounts";
import { query } from "@/lib/server/db/client";
import { findMerchant, listMerchants } from "@/lib/server/merchants/directory";
import { ibanIndex } from "@/lib/server/merchants/iban-index";
import { learn } from "@/lib/server/merchants/learn";
import { noteMissing } from "@/lib/server/merchants/missing";
import { timelineOf } from "@/lib/server/merchants/timeline";

import { madeUpOnboarding } from "../../klarna/made-up";
import { sensitiveIn } from "../harness/canaries";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { wholeTable } from "../harness/rows";

withDesk(noKlarna);

const account_id = "krn:partner:global:account:test:LWT2XJSE";
const params = { account_id };
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds));

/** Klarna's answer to a read, asked for at a second of one minute. */
async function read(answer: object, second: number): Promise<void> {
  await learn({ environment: "test", operation: accounts.get, params, answer: { account_id, ...answer }, askedAt: at(second) });
}
const product = (state: string, state_reason = "APPROVED") => ({ product_id: "p-1", type: "PAYMENT", state, state_reason });
const changes = () => query<{ field: string; before: string; after: string }>("SELECT field, before, after FROM merchant_changes ORDER BY id");
const found = () => findMerchant("test", account_id);

beforeEach(async () => {
  for (const table of ["merchants", "merchant_changes", "bank_index", "rereads"]) await query(`DELETE FROM ${table}`);
});

test("what was asked for earlier never overwrites what was asked for later", async () => {
  await read({ state: "OPERATIONAL", state_reason: "SETUP_COMPLETE" }, 10);
  await read({ state: "PARTIALLY_OPERATIONAL", state_reason: "INITIAL_SETUP" }, 5);
  expect(await found()).toMatchObject({ state: "OPERATIONAL", state_reason: "SETUP_COMPLETE" });
  expect(await changes()).toEqual([]);
  await read({ state: "DISABLED", state_reason: "NON_COMPLIANT" }, 11);
  expect(await found()).toMatchObject({ state: "DISABLED" });
});

test("an older answer that says the same makes nothing older: what was asked for between the two still comes too late", async () => {
  await read({ state: "OPERATIONAL" }, 10);
  await read({ state: "OPERATIONAL" }, 5);
  await read({ state: "DISABLED" }, 8);
  expect(await found()).toMatchObject({ state: "OPERATIONAL" });
});

test("an answer that says less leaves what is known", async () => {
  const { channel, extra_account_data } = madeUpOnboarding;
  await read({ account_name: "Nordlys", account_reference: "M-1", products: [product("ENABLED")], channel, extra_account_data }, 1);
  await read({ state: "OPERATIONAL" }, 2);
  expect(await found()).toMatchObject({ account_name: "Nordlys", account_reference: "M-1", country: "SE", state: "OPERATIONAL" });
  expect((await found())?.products).toHaveLength(1);
  expect((await found())?.websites).toEqual([{ website_name: "Nordlys", urls: ["https://nordlys.example"] }]);
});

test("each change of a state is noted once, of the account and of its products; the first sight is no change", async () => {
  await read({ state: "PARTIALLY_OPERATIONAL", state_reason: "INITIAL_SETUP", products: [product("ENABLED")] }, 1);
  expect(await changes()).toEqual([]);
  await read({ state: "OPERATIONAL", state_reason: "SETUP_COMPLETE", products: [product("ENABLED")] }, 2);
  await read({ state: "OPERATIONAL", state_reason: "SETUP_COMPLETE", products: [product("ENABLED")] }, 3);
  await read({ state: "OPERATIONAL", state_reason: "SETUP_COMPLETE", products: [product("DISABLED", "FRAUD_BY_PARTNER")] }, 4);
  expect(await changes()).toEqual([
    { field: "state", before: "PARTIALLY_OPERATIONAL / INITIAL_SETUP", after: "OPERATIONAL / SETUP_COMPLETE" },
    { field: "product", before: "ENABLED / APPROVED", after: "DISABLED / FRAUD_BY_PARTNER" },
  ]);
  expect((await timelineOf("test", account_id, "admin", allThatHappened, { limit: 200 })).entries.map(({ kind }) => kind)).toEqual(["change", "change"]);
});

test("answers that arrive at once end with the latest asked for", async () => {
  const states = ["PARTIALLY_OPERATIONAL", "OPERATIONAL", "DISABLED"];
  await Promise.all(Array.from({ length: 12 }, (_, second) => read({ state: states[second % 3] }, second)));
  expect(await found()).toMatchObject({ state: states[11 % 3] });
});

test("an account that Klarna doesn't know is marked since when, until Klarna knows it again", async () => {
  await read({ state: "OPERATIONAL" }, 1);
  await noteMissing("test", account_id, at(1));
  const since = (await found())?.missing_since;
  expect(since).toMatch(/^\d{4}-.*Z$/);
  await noteMissing("test", account_id, at(1));
  expect((await found())?.missing_since).toBe(since);
  await read({ state: "OPERATIONAL" }, 2);
  expect((await found())?.missing_since).toBeNull();
});

test("a 404 to what was asked before Klarna's last word says nothing", async () => {
  await read({ state: "OPERATIONAL" }, 2);
  await noteMissing("test", account_id, at(1));
  expect((await found())?.missing_since).toBeNull();
  await noteMissing("test", account_id, at(3));
  expect((await found())?.missing_since).not.toBeNull();
});

test("an account that nobody has heard of isn't made up by a 404", async () => {
  await noteMissing("test", account_id, at(1));
  expect(await found()).toBeUndefined();
});

test("an onboarding's yes puts the account into the directory", async () => {
  const answer = { account_id, account_reference: "M-1", account_name: "Nordlys", state: "PARTIALLY_OPERATIONAL", state_reason: "INITIAL_SETUP" };
  await learn({ environment: "test", operation: accounts.onboard, params: {}, attempt: crypto.randomUUID(), sent: madeUpOnboarding, answer, askedAt: at(1) });
  expect(await found()).toMatchObject({ account_name: "Nordlys", state: "PARTIALLY_OPERATIONAL" });
});

test("what is learned wishes for no other read", async () => {
  await read({ state: "PARTIALLY_OPERATIONAL" }, 1);
  expect(await query("SELECT account_id FROM rereads")).toEqual([]);
});

test("the same account id in two environments is two accounts", async () => {
  await read({ account_name: "in TEST" }, 1);
  await learn({ environment: "live", operation: accounts.get, params, answer: { account_id, account_name: "in LIVE" }, askedAt: at(1) });
  expect([(await found())?.account_name, (await findMerchant("live", account_id))?.account_name]).toEqual(["in TEST", "in LIVE"]);
  expect((await listMerchants("live")).merchants).toHaveLength(1);
});

describe("an IBAN", () => {
  const iban = "SE4550000000058398257466";
  const users = (written: string) => query("SELECT account_id FROM bank_index WHERE environment = 'test' AND iban_index = $1", [ibanIndex("test", written)]);

  test("is found again where it is used, however it is written, and only there", async () => {
    await learn({ environment: "test", operation: bankAccounts.create, params, sent: { iban }, answer: { bank_account_id: "b" }, askedAt: at(1) });
    expect(await users("se45 5000 0000 0583 9825 7466")).toEqual([{ account_id }]);
    expect(await users("DE89370400440532013000")).toEqual([]);
    expect(ibanIndex("test", iban).equals(ibanIndex("live", iban))).toBe(false);
    await read({ extra_account_data: { settlement_information: { bank_accounts: [{ iban }, { iban: "DE89370400440532013000" }] } } }, 2);
    expect(await users("DE89370400440532013000")).toEqual([{ account_id }]);
    expect(await query("SELECT 1 FROM bank_index")).toHaveLength(2);
  });

  const listed = (...ibans: readonly string[]) => ({
    extra_account_data: { settlement_information: { bank_accounts: ibans.map((one) => ({ iban: one })) } },
  });
  const other = "DE89370400440532013000";

  test("is its merchant's no more once the account is removed or has another: Klarna's list says so, and an older one doesn't", async () => {
    await read(listed(iban), 1);
    await read(listed(other), 2);
    expect([await users(iban), await users(other)]).toEqual([[], [{ account_id }]]);
    await read(listed(iban), 1);
    expect([await users(iban), await users(other)]).toEqual([[], [{ account_id }]]);
    // What isn't asked for isn't there, and so no list.
    await read({ state: "OPERATIONAL" }, 3);
    expect(await users(other)).toEqual([{ account_id }]);
    await read(listed(), 4);
    expect(await users(other)).toEqual([]);
  });

  test("that was added while a list was on its way stays", async () => {
    await learn({ environment: "test", operation: bankAccounts.create, params, sent: { iban }, answer: { bank_account_id: "b" }, askedAt: at(1) });
    const { id } = await signedIn("operations");
    await query(
      `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until, settled_at)
       VALUES ('test', 'bankAccounts.create', gen_random_uuid(), gen_random_uuid(), $1, $2, '{}', 'confirmed', sha256(''), now(), $3)`,
      [id, account_id, at(3)],
    );
    await learn({ environment: "test", operation: bankAccounts.list, params, answer: [], askedAt: at(2) });
    expect(await users(iban)).toEqual([{ account_id }]);
    await learn({ environment: "test", operation: bankAccounts.list, params, answer: [{ iban: other }], askedAt: at(4) });
    expect([await users(iban), await users(other)]).toEqual([[], [{ account_id }]]);
  });

  test("is kept nowhere, nor is anybody's name", async () => {
    await learn({
      environment: "test",
      operation: accounts.onboard,
      params: {},
      sent: madeUpOnboarding,
      answer: { ...madeUpOnboarding, account_id },
      askedAt: at(1),
    });
    for (const table of ["merchants", "merchant_changes", "bank_index", "rereads"]) expect(sensitiveIn(await wholeTable(table)), table).toEqual([]);
    expect(await users(iban)).toEqual([{ account_id }]);
  });
});
