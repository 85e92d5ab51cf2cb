import { expect, test } from "vitest";
import { z } from "zod";

import { kept, lenientList, openEnum } from "@/lib/klarna/lenient";
import { operations } from "@/lib/klarna/operations/index";
import { madeUpOnboarding } from "../made-up";

const read = (name: string, answer: unknown) => operations.get(name)?.output.parse(answer);
const takes = (name: string, answer: unknown) => operations.get(name)?.output.safeParse(answer).success;

/** What each answer is known by: everything else in it may be missing. */
const identifiers: Readonly<Record<string, object>> = {
  "accounts.get": { account_id: "a" },
  "accounts.onboard": { account_id: "a" },
  "paymentProducts.disable": { product_id: "p" },
  "pricePlans.get": { price_plan_id: "p" },
  "paymentProgramPlans.get": { payment_program_plan_id: "p" },
  "paymentPrograms.get": { payment_program_id: "p" },
  "paymentProgramEnablements.get": { payment_program_enablement_id: "e" },
  "websites.update": { website_id: "w" },
  "stakeholders.get": { stakeholder_id: "s" },
  "bankAccounts.get": { bank_account_id: "b" },
  "settlements.get": { settlement_id: "113574395" },
  "credentials.create": { credential_id: "c" },
  "certificates.revoke": { serial_number: "2C8A" },
};

test("an answer needs its identifier and nothing else", () => {
  for (const [name, least] of Object.entries(identifiers)) expect([takes(name, least), takes(name, {})], name).toEqual([true, false]);
  for (const name of ["accountInformation.get", "businessInformation.get", "settlementInformation.get"]) expect(takes(name, {}), name).toBe(true);
});

test("Klarna answers a change of a product or of a brand without its identifier", () => {
  expect(takes("paymentProducts.update", { distribution_profile_id: "krn:d", type: "PAYMENT", merchant_category_code: "5411" })).toBe(true);
  expect(takes("collections.update", {})).toBe(true);
});

test("keeps fields and states that Klarna adds tomorrow", () => {
  const account = { account_id: "a", state: "HIBERNATING", state_reason: "WINTER", account_owner: { email: "a@b.example", title: "Dr" }, since: { day: 1 } };
  expect(read("accounts.get", account)).toEqual(account);
});

test("takes null for whatever isn't there", () => {
  const account = { account_id: "a", account_name: null, account_owner: null, state: null, products: null, channel: null, extra_account_data: null };
  expect(read("accounts.get", account)).toEqual(account);
});

test("gives a merchant back as it was onboarded", () => {
  const { products, channel, ...merchant } = madeUpOnboarding;
  const expanded = { ...merchant, account_id: "a", state: "OPERATIONAL", products: products.map((product) => ({ ...product, product_id: "p" })), channel };
  expect(read("accounts.get", expanded)).toEqual(expanded);
});

test("one odd item never fails its list: it stays as it came", () => {
  const lists: Readonly<Record<string, (items: readonly unknown[]) => unknown>> = {
    "distributionProfiles.list": (items) => items,
    "paymentProducts.list": (items) => items,
    "websites.list": (items) => items,
    "collections.list": (items) => items,
    "stakeholders.list": (items) => items,
    "bankAccounts.list": (items) => items,
    "pricePlans.list": (items) => items,
    "credentials.list": (credentials) => ({ credentials }),
    "paymentProgramPlans.list": (payment_program_plans) => ({ payment_program_plans }),
    "paymentPrograms.listForProduct": (payment_programs) => ({ payment_programs }),
    "paymentProgramEnablements.list": (payment_program_enablements) => ({ payment_program_enablements }),
    "settlements.transactions": (transactions) => ({ transactions, pagination: {} }),
  };
  for (const [name, wrap] of Object.entries(lists)) {
    const answer = wrap([null, 7, { nameless: true }, { type: 1, roles: "OWNER" }, []]);
    expect(read(name, answer), name).toEqual(answer);
  }
});

test("an odd part never fails the account it is in", () => {
  const account = {
    account_id: "a",
    account_owner: "Signe",
    products: "none",
    channel: { websites: {} },
    extra_account_data: { business_information: [], settlement_information: { bank_accounts: [7] } },
  };
  expect(read("accounts.get", account)).toEqual(account);
});

test("takes a single price plan for a list of one", () => {
  const plan = { price_plan_id: "p", name: "price plan", versions: [{ version: 1 }] };
  expect([read("pricePlans.list", plan), read("pricePlans.list", [plan])]).toEqual([[plan], [plan]]);
});

test("takes a report's own category codes, also those that can't be asked for", () => {
  const transactions = [{ type: "FEE_CORRECTION", amount: 40, merchant_category_code: "5412", tax_rate: 2300 }];
  expect(read("settlements.transactions", { transactions, pagination: { last_item: null } })).toEqual({ transactions, pagination: { last_item: null } });
});

test("a deletion answers with nothing", () => {
  for (const name of ["credentials.disable", "stakeholders.delete", "bankAccounts.delete"])
    expect([takes(name, undefined), takes(name, {})], name).toEqual([true, false]);
});

test("the parts that make answers lenient do so one by one", () => {
  expect(openEnum(["A"]).parse("B")).toBe("B");
  expect(openEnum(["A"]).safeParse(7).success).toBe(false);
  const halfRight = { id: 1, name: "as it came" };
  expect(kept(z.object({ id: z.string() })).parse(halfRight)).toBe(halfRight);
  expect(lenientList(z.string()).parse(["a", 7])).toEqual(["a", 7]);
  expect(lenientList(z.string()).safeParse("a").success).toBe(false);
});
