import { expect, test } from "vitest";

import { operations } from "@/lib/klarna/operations/index";
import { issues, objection } from "../issues";
import { madeUpOnboarding } from "../made-up";

const body = (name: string) => operations.get(name)?.body;

/** The request samples of the reference, where they show something. */
const samples: Readonly<Record<string, object>> = {
  "credentials.create": { description: "Test Client Credentials", type: "CLIENT", environment: "TEST" },
  "certificates.revoke": { revoked_from: "2021-12-31T23:59:59Z" },
  "accounts.onboard": madeUpOnboarding,
  "accounts.migrate": madeUpOnboarding,
  "accounts.update": { account_reference: "M123786123412", account_name: "John Doe Stakehouse", account_owner: {} },
  "paymentProducts.update": { merchant_category_code: "5411" },
  "paymentProducts.disable": { reason: "FRAUD", reason_details: "Fraudulent activity detected" },
  "paymentProducts.disableOnly": { reason: "VOLUNTARY", reason_details: "The shop closed" },
  "paymentProgramEnablements.create": {
    payment_program_id: "krn:payment:global:payment:program:a5cd46f7e-573d-4b02-bab8-1f1c0e343291",
    enablement_criteria: { customer_countries: ["SE"], merchant_category_codes: ["0742"] },
    effective_from: "2024-01-01T12:00:00Z",
    effective_to: "2024-01-01T12:00:00Z",
  },
  "paymentProgramEnablements.update": { effective_to: "2024-12-01T00:00:00Z" },
  "websites.update": { urls: [], website_name: "John Doe Stakehouse", channel_collection_id: "krn:partner:global:account:channel:collection:cad7a851" },
  "collections.update": madeUpOnboarding.channel.collections[0] ?? {},
  "accountInformation.update": { account_created_from_ip: "192.168.1.1", account_created_at: "2024-01-01T12:00:00Z" },
  "businessInformation.update": madeUpOnboarding.extra_account_data.business_information,
  "stakeholders.create": madeUpOnboarding.extra_account_data.beneficiary_information.stakeholders[0] ?? {},
  "stakeholders.update": { roles: ["OWNER"] },
  "settlementInformation.update": { settlement_enabled: true, settlement_enabled_at: "2024-01-01T12:00:00Z" },
  "bankAccounts.create": { bank_account_type: "IBAN", account_holder: "John Doe Stakehouse", bic: "NDEASEGGXXX", iban: "SE4550000000058398257466" },
  "bankAccounts.update": { bank_account_type: "IBAN", bic: "NDEASEGGXXX", iban: "SE4550000000058398257466" },
};

test("takes the requests of the reference", () => {
  expect(Object.keys(samples).sort()).toEqual(
    [...operations.values()]
      .filter((row) => row.body)
      .map((row) => row.name)
      .sort(),
  );
  for (const [name, sample] of Object.entries(samples)) expect(issues(body(name), sample), name).toEqual([]);
});

test("refuses a field that Klarna doesn't know, wherever it stands", () => {
  for (const [name, sample] of Object.entries(samples))
    expect(objection(body(name), { ...sample, colour: "red" }), name).toBe('Klarna knows no "colour" here: remove it');
  const nested = { ...madeUpOnboarding, channel: { websites: [{ urls: ["https://nordlys.example"], colour: "red" }] } };
  expect(issues(body("accounts.onboard"), nested)).toEqual(['channel.websites.0: Klarna knows no "colour" here: remove it']);
  expect(objection(body("bankAccounts.create"), JSON.parse('{"__proto__":{"iban":"x"}}'))).toBeDefined();
});

test("refuses what isn't an object", () => {
  for (const name of Object.keys(samples)) for (const value of [null, [], "x", 7]) expect(objection(body(name), value), name).toBe("This must be an object");
});

test("asks for every field that the reference requires, and only for those", () => {
  const required = (name: string) => issues(body(name), {}).map((line) => line.replace(/: .*/, ""));
  expect(required("credentials.create")).toEqual(["type", "environment"]);
  expect(required("certificates.revoke")).toEqual(["revoked_from"]);
  for (const name of ["accounts.onboard", "accounts.migrate"])
    expect(required(name).sort()).toEqual(["account_name", "account_owner", "account_reference", "channel", "products"]);
  for (const name of ["paymentProducts.disable", "paymentProducts.disableOnly"]) expect(required(name)).toEqual(["reason", "reason_details"]);
  expect(required("paymentProgramEnablements.create")).toEqual(["payment_program_id", "enablement_criteria", "effective_from", "effective_to"]);
  for (const name of ["stakeholders.create", "stakeholders.update"]) expect(required(name)).toEqual(["roles"]);
  for (const name of ["bankAccounts.create", "bankAccounts.update"]) expect(required(name)).toEqual(["bank_account_type", "bic", "iban"]);
});

test("takes the least that the reference lets one onboard", () => {
  expect(issues(body("accounts.onboard"), { account_reference: "M-1", account_name: "Nordlys", account_owner: {}, products: [], channel: {} })).toEqual([]);
});

test("refuses a change that changes nothing", () => {
  const patches = Object.keys(samples).filter((name) => operations.get(name)?.method === "PATCH" && !/stakeholders|bankAccounts/.test(name));
  expect(patches).toHaveLength(8);
  for (const name of patches)
    for (const empty of [{}, { account_name: undefined }]) expect(issues(body(name), empty).join(), name).toMatch(/Change at least one field/);
});

test("an account can't change its group", () => {
  for (const field of ["account_group_reference", "account_group_id"]) expect(objection(body("accounts.update"), { [field]: "g" })).toMatch(/Klarna knows no/);
});

test("a legacy merchant may name the identifier it had", () => {
  const [product] = madeUpOnboarding.products;
  expect(issues(body("accounts.migrate"), { ...madeUpOnboarding, products: [{ ...product, merchant_id: "K000000" }] })).toEqual([]);
  expect(issues(body("accounts.onboard"), { ...madeUpOnboarding, products: [{ ...product, merchant_id: "K000000" }] })).toEqual([
    'products.0: Klarna knows no "merchant_id" here: remove it',
  ]);
});

test("an objection names the input and never repeats what was in it", () => {
  const wrong = { bank_account_type: "IBAN", bic: "NDEASESS", iban: "SE4650000000058398257466" };
  const result = body("bankAccounts.create")?.safeParse(wrong);
  expect(JSON.stringify(result?.error?.issues)).not.toContain("58398257466");
  expect(issues(body("bankAccounts.create"), wrong)).toEqual(["iban: The check digits don't match: compare the IBAN with its source"]);
});
