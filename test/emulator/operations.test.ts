import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { fillPath, type Operation } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";

import { type Emulated, emulated } from "./setup/emulator";
import { bankAccount, onboarding, operationalMerchant } from "./setup/merchant";

const dates = { effective_from: "2026-01-01T00:00:00Z", effective_to: "2030-01-01T00:00:00Z" };

/** A valid body for each operation that has one. */
const bodies: Readonly<Record<string, (emulator: Emulated) => unknown>> = {
  "accounts.onboard": (emulator) => onboarding(emulator, { account_reference: "M-2" }),
  "accounts.migrate": (emulator) => onboarding(emulator, { account_reference: "M-3" }),
  "accounts.update": () => ({ account_name: "Gröna Rummet i Umeå" }),
  "accountInformation.update": () => ({ account_created_from_ip: "192.0.2.7" }),
  "bankAccounts.create": () => bankAccount,
  "bankAccounts.update": () => bankAccount,
  "businessInformation.update": () => ({ business_name: "Gröna Rummet Möbler AB" }),
  "certificates.revoke": () => ({ revoked_from: "2026-01-01T00:00:00Z" }),
  "collections.update": () => ({ support_contact: { email: "hej@grona-rummet.example" } }),
  "credentials.create": () => ({ type: "API", environment: "TEST" }),
  "paymentProducts.update": () => ({ merchant_category_code: "5941" }),
  "paymentProducts.disable": () => ({ reason: "VOLUNTARY", reason_details: "Closed for the summer" }),
  "paymentProducts.disableOnly": () => ({ reason: "FRAUD", reason_details: "Stolen cards" }),
  "paymentProgramEnablements.create": async (emulator) => ({
    payment_program_id: await optionalProgram(emulator),
    enablement_criteria: { customer_countries: ["SE"] },
    ...dates,
  }),
  "paymentProgramEnablements.update": () => ({ effective_to: "2029-01-01T00:00:00Z" }),
  "settlementInformation.update": () => ({ settlement_enabled: false }),
  "stakeholders.create": () => ({ given_name: "Åsa", roles: ["OWNER"] }),
  "stakeholders.update": () => ({ family_name: "Lind", roles: ["OWNER"] }),
  "websites.update": () => ({ urls: ["https://www.grona-rummet.example"] }),
};
const queries: Readonly<Record<string, string>> = {
  "accounts.get": "?expand=products,channel.websites,extra-account-data.settlement-information",
  "pricePlans.get": "?country=SE&size=3",
};
/** What has to happen first. */
const before: Readonly<Record<string, string>> = {
  "paymentProducts.enable": "paymentProducts.disable",
  "paymentProducts.enableOnly": "paymentProducts.disableOnly",
};

describe("every operation", () => {
  let emulator: Emulated;
  beforeAll(async () => {
    emulator = await emulated({ seed: 1 }, afterAll);
  });

  it.each([...operations.values()])("$name says yes to a valid call, in the shape of its row", async (operation) => {
    const params = await paramsFor(emulator, operation.name);
    const first = operations.get(before[operation.name] ?? "");
    if (first) expect((await perform(emulator, first, params)).status).toBe(200);

    const answer = await perform(emulator, operation, params);

    expect(answer.status, answer.text).toBe(operation.method === "DELETE" ? 204 : 200);
    expect(operation.output.safeParse(operation.method === "DELETE" ? undefined : answer.body).error).toBeUndefined();
  });

  it("is asked for in these tests, 48 in all", () => {
    const withBodies = [...operations.values()].filter(({ body }) => body).map(({ name }) => name);
    expect(operations.size).toBe(48);
    expect(Object.keys(bodies).sort()).toEqual(withBodies.sort());
  });
});

async function perform(emulator: Emulated, operation: Operation, params: Readonly<Record<string, string>>) {
  const body = await bodies[operation.name]?.(emulator);
  return emulator.call(operation.method, `${fillPath(operation.path, params)}${queries[operation.name] ?? ""}`, { body });
}

/** Ids of things that exist: of a merchant that the test onboarded, and of what was planted. */
async function paramsFor(emulator: Emulated, account_reference: string): Promise<Readonly<Record<string, string>>> {
  const { call } = emulator;
  const { account_id, one, product } = await operationalMerchant(emulator, { account_reference });
  const idIn = async (path: string, field: string) => (await call("GET", `${one}/${path}`)).body[0][field];
  const person = await call("POST", `${one}/extra-account-data/beneficiary-information/stakeholders`, { body: { roles: ["OWNER"] } });
  const payment_program_id = await optionalProgram(emulator);
  const enablement = await call("POST", `${product}/payment-program-enablements`, { body: { payment_program_id, enablement_criteria: {}, ...dates } });
  const profiles = await call("GET", "/v2/distribution/products/payment/profiles");
  const credentials = await call("GET", "/v2/account/credentials");
  return {
    account_id,
    payment_program_id,
    product_id: await idIn("products/payment", "product_id"),
    website_id: await idIn("channel/websites", "website_id"),
    collection_id: await idIn("channel/collections", "collection_id"),
    bank_account_id: await idIn("extra-account-data/settlement-information/bank-accounts", "bank_account_id"),
    stakeholder_id: person.body.stakeholder_id,
    payment_program_enablement_id: enablement.body.payment_program_enablement_id,
    price_plan_id: profiles.body[0].price_plan_id,
    payment_program_plan_id: profiles.body[0].payment_program_plan_id,
    credential_id: credentials.body.credentials[0].credential_id,
    certificate_serial_number: "2C8A1053F979D1E8C96A3A9357AE7D1E",
    settlement_id: "113574395",
  };
}

async function optionalProgram({ call }: Emulated): Promise<string> {
  const plans = await call("GET", "/v2/distribution/products/payment/payment-program-plans");
  const plan = plans.body.payment_program_plans[0].payment_program_plan_id;
  const { body } = await call("GET", `/v2/distribution/products/payment/payment-program-plans/${plan}?enablement_type=OPTIONAL`);
  return body.payment_programs[0].payment_program_id;
}

it("a website stays with the brand that it was given by id, whatever else of its account is changed", async () => {
  const emulator = await emulated();
  const { one } = await operationalMerchant(emulator);
  const collections = [{ collection_reference: "first" }, { collection_reference: "second" }];
  await emulator.call("PATCH", one, { body: { channel: { collections, websites: [{ urls: ["https://a.example"], channel_collection_reference: "first" }] } } });
  await emulator.advance(3_000);
  const brands = (await emulator.call("GET", `${one}/channel/collections`)).body;
  const idOf = (reference: string) => brands.find((brand: { collection_reference: string }) => brand.collection_reference === reference).collection_id;
  const site = async () =>
    (await emulator.call("GET", `${one}/channel/websites`)).body.find(({ urls }: { urls: readonly string[] }) => urls[0] === "https://a.example");
  expect((await site()).channel_collection_id).toBe(idOf("first"));
  const { website_id } = await site();
  await emulator.call("PATCH", `${one}/channel/websites/${encodeURIComponent(website_id)}`, { body: { channel_collection_id: idOf("second") } });
  await emulator.call("PATCH", one, { body: { account_name: "Another name" } });
  expect((await site()).channel_collection_id).toBe(idOf("second"));
});
