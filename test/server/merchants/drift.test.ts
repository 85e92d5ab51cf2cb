import { beforeEach, expect, test } from "vitest";

import { accounts } from "@/lib/klarna/operations/accounts";
import { query } from "@/lib/server/db/client";
import { findMerchant } from "@/lib/server/merchants/directory";
import { countOthersInGroup } from "@/lib/server/merchants/group";
import { learn } from "@/lib/server/merchants/learn";
import { noteMissing } from "@/lib/server/merchants/missing";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

withDesk(noKlarna);

const account_id = "krn:partner:global:account:test:LWT2XJSE";
const known = {
  account_name: "Nordlys",
  account_reference: "M-1",
  state: "OPERATIONAL",
  state_reason: "SETUP_COMPLETE",
  products: [{ product_id: "p1", type: "PAYMENT", merchant_category_code: "5719", state: "ENABLED", state_reason: "APPROVED" }],
  channel: { websites: [{ urls: ["https://nordlys.example"] }] },
};
let second = 0;
const says = (answer: object, operation: typeof accounts.get | typeof accounts.update = accounts.get) => {
  second += 1;
  return learn({
    environment: "test",
    operation,
    params: { account_id },
    answer: { account_id, ...known, ...answer },
    askedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)),
  });
};
const noted = () => query("SELECT field, before, after, drift FROM merchant_changes ORDER BY id");

beforeEach(async () => {
  for (const table of ["merchants", "merchant_changes", "webhook_events", "operations"]) await query(`DELETE FROM ${table}`);
  await says({});
});

test("the same again is no difference, nor is what an answer leaves out or the desk hadn't known", async () => {
  await says({});
  await says({ account_name: undefined, products: undefined, channel: undefined });
  await says({ extra_account_data: { business_information: { operating_address: { country: "SE" } } } });
  expect(await noted()).toEqual([]);
});

test("a category or a profile that a product no longer has is noted, and one that the desk hadn't known isn't", async () => {
  await says({ products: [{ ...known.products[0], distribution_profile_id: "krn:profile:1" }] });
  expect(await noted()).toEqual([]);
  await says({ products: [{ product_id: "p1", state: "ENABLED", state_reason: "APPROVED" }] });
  expect(await noted()).toMatchObject([
    { field: "product-category", before: "5719", after: null, drift: true },
    { field: "product-profile", before: "krn:profile:1", after: null, drift: true },
  ]);
});

test("each kept field is noted with its old and its new value", async () => {
  await says({
    account_name: "Sydljus",
    account_reference: "M-2",
    account_group_reference: "nordisk",
    products: [
      { product_id: "p1", merchant_category_code: "5812", state: "DISABLED", state_reason: "FRAUD_BY_PARTNER" },
      { product_id: "p2", merchant_category_code: "5812", state: "ENABLED" },
    ],
    channel: { websites: [{ urls: ["https://sydljus.example"] }] },
  });
  expect(new Set((await noted()).map((row) => JSON.stringify(Object.values(row))))).toEqual(
    new Set(
      [
        ["account_name", "Nordlys", "Sydljus", true],
        ["account_reference", "M-1", "M-2", true],
        ["group", null, "nordisk", true],
        ["product", "ENABLED / APPROVED", "DISABLED / FRAUD_BY_PARTNER", true],
        ["product-category", "5719", "5812", true],
        ["product-added", null, "p2", true],
        ["websites", "https://nordlys.example", "https://sydljus.example", true],
      ].map((row) => JSON.stringify(row)),
    ),
  );
});

test("websites that are all gone are noted, and so are new ones and another name", async () => {
  await says({ channel: { websites: [] } });
  await says({ channel: { websites: [{ urls: ["https://nordlys.example"], website_name: null }] } });
  await says({ channel: { websites: [{ urls: ["https://nordlys.example"], website_name: "Nordlys" }, { website_name: "Shop" }] } });
  await says({ channel: { websites: [{ website_name: "Shop" }, { urls: ["https://nordlys.example"], website_name: "Nordlys" }] } });
  expect(await noted()).toEqual([
    { field: "websites", before: "https://nordlys.example", after: null, drift: true },
    { field: "websites", before: null, after: "https://nordlys.example", drift: true },
    { field: "websites", before: "https://nordlys.example", after: "https://nordlys.example “Nordlys”, “Shop”", drift: true },
  ]);
});

test("a company number that is gone is noted, and one that appears; the first that is read is not", async () => {
  const business = (number?: string) =>
    says({
      extra_account_data: {
        business_information: { business_entity_type: "LIMITED_LIABILITY_COMPANY", ...(number && { registration_number: number }) },
        beneficiary_information: { stakeholders: [] },
      },
    });
  await business("5561234567");
  await business();
  await business("5567654321");
  await says({});
  expect(await noted()).toEqual([
    { field: "registration_number", before: "5561234567", after: null, drift: true },
    { field: "registration_number", before: null, after: "5567654321", drift: true },
  ]);
});

test("an account that Klarna no longer knows is noted once, and so is that it knows it again", async () => {
  await noteMissing("test", account_id, new Date());
  await noteMissing("test", account_id, new Date());
  await says({});
  await says({});
  expect(await noted()).toEqual([
    { field: "missing", before: null, after: "MISSING", drift: true },
    { field: "missing", before: "MISSING", after: null, drift: true },
  ]);
});

test("that Klarna doesn't know an account is no drift where an event of Klarna's explains it", async () => {
  await query("INSERT INTO webhook_events (environment, event_id, event_type, account_id, signing_key_id, raw) VALUES ('test', 'e', 'x', $1, 'k', '')", [
    account_id,
  ]);
  await noteMissing("test", account_id, new Date());
  expect(await noted()).toEqual([{ field: "missing", before: null, after: "MISSING", drift: false }]);
});

test("an account that the desk only heard of is read for the first time without a difference, also where Klarna hadn't known it", async () => {
  await query("DELETE FROM merchants");
  await query("INSERT INTO merchants (environment, account_id) VALUES ('test', $1)", [account_id]);
  await noteMissing("test", account_id, new Date());
  await says({ extra_account_data: { business_information: { business_entity_type: "LIMITED_LIABILITY_COMPANY", registration_number: "5561234567" } } });
  expect(await noted()).toEqual([]);
});

const nordisk = { account_group_reference: "nordisk", account_group_id: "krn:g:1" };
const group = async () => {
  const merchant = await findMerchant("test", account_id);
  return [merchant?.account_group_reference, merchant?.account_group_id];
};

test("an account that has left its group is noted, and no longer counted among the others", async () => {
  await says(nordisk);
  await query("INSERT INTO merchants (environment, account_id, account_group_id) VALUES ('test', 'krn:other', 'krn:g:1')");
  const other = await findMerchant("test", "krn:other");
  expect(other && (await countOthersInGroup(other))).toBe(1);
  await query("DELETE FROM merchant_changes");
  await query("UPDATE merchants SET changed_at = now() - interval '1 day'");
  await says({});
  expect(await noted()).toEqual([{ field: "group", before: "nordisk", after: null, drift: true }]);
  expect(await query("SELECT FROM merchants WHERE changed_at > now() - interval '1 hour'")).toHaveLength(1);
  expect(other && (await countOthersInGroup(other))).toBe(0);
  await says({});
  expect(await noted()).toHaveLength(1);
});

test("one that has joined another group has nothing left of the old one", async () => {
  await says(nordisk);
  await query("DELETE FROM merchant_changes");
  await says({ account_group_reference: "sydlig" });
  expect(await group()).toEqual(["sydlig", null]);
  await says({ account_group_reference: "sydlig", account_group_id: "krn:g:2" });
  await says({ account_group_id: "krn:g:2" });
  expect(await group()).toEqual(["sydlig", "krn:g:2"]);
  expect((await noted())[0]).toEqual({ field: "group", before: "nordisk", after: "sydlig", drift: true });
});

test("nobody leaves a group by an answer that is no whole account, can't be read, or answers a change", async () => {
  await says(nordisk);
  await query("DELETE FROM merchant_changes");
  for (const less of [{ account_name: undefined }, { account_reference: undefined }, { state: undefined }, { account_group_id: 7 }]) await says(less);
  await says({}, accounts.update);
  expect(await group()).toEqual(["nordisk", "krn:g:1"]);
  expect(await noted()).toEqual([]);
});

test("what a change of ours or an event of Klarna's explains is no drift", async () => {
  await says({ account_name: "Ours" }, accounts.update);
  await query("INSERT INTO webhook_events (environment, event_id, event_type, account_id, signing_key_id, raw) VALUES ('test', 'e', 'x', $1, 'k', '')", [
    account_id,
  ]);
  await says({ account_name: "Announced" });
  expect(await noted()).toMatchObject([{ drift: false }, { drift: false }]);
  await query("DELETE FROM webhook_events");
  const { id } = await signedIn("operations");
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until)
     VALUES ('test', 'accounts.update', gen_random_uuid(), gen_random_uuid(), $1, $2, '{}', 'unknown', '', now())`,
    [id, account_id],
  );
  await says({ account_name: "Perhaps ours" });
  await query("DELETE FROM operations");
  await says({ account_name: "Nobody's" });
  expect((await noted()).map(({ drift }: { drift?: boolean }) => drift)).toEqual([false, false, false, true]);
});
