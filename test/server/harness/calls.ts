import { type Operation, paramNames } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";

import { madeUpOnboarding } from "../../klarna/made-up";

const { account_reference, account_name, account_owner, channel, extra_account_data } = madeUpOnboarding;
const [stakeholder] = extra_account_data.beneficiary_information.stakeholders;
const [bankAccount] = extra_account_data.settlement_information.bank_accounts;
const [collection] = channel.collections;
const suspension = { reason: "FRAUD", reason_details: "Cards of strangers" };
const enablement = {
  payment_program_id: "krn:payment:global:payment:program:pay-later",
  enablement_criteria: { customer_countries: ["SE"], merchant_category_codes: ["5719"] },
  effective_from: "2026-01-01T00:00:00Z",
  effective_to: "2027-01-01T00:00:00Z",
};

const bodies: Readonly<Record<string, object>> = {
  "credentials.create": { type: "API", environment: "TEST", description: "a made-up one" },
  "certificates.revoke": { revoked_from: "2026-01-01T00:00:00Z" },
  "accounts.onboard": madeUpOnboarding,
  "accounts.migrate": madeUpOnboarding,
  "accounts.update": { account_reference, account_name, account_owner, extra_account_data },
  "paymentProducts.update": { merchant_category_code: "5719" },
  "paymentProducts.disable": suspension,
  "paymentProducts.disableOnly": suspension,
  "paymentProgramEnablements.create": enablement,
  "paymentProgramEnablements.update": { effective_to: enablement.effective_to },
  "websites.update": { website_name: "Nordlys" },
  "collections.update": { support_contact: collection?.support_contact },
  "accountInformation.update": extra_account_data.account_information,
  "businessInformation.update": extra_account_data.business_information,
  "stakeholders.create": stakeholder ?? {},
  "stakeholders.update": stakeholder ?? {},
  "settlementInformation.update": { settlement_enabled: true },
  "bankAccounts.create": bankAccount ?? {},
  "bankAccounts.update": bankAccount ?? {},
};

const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = { "pricePlans.get": { currency: "SEK" } };

const params: Readonly<Record<string, string>> = {
  account_id: "krn:partner:global:account:test:LWT2XJSE",
  product_id: "default",
  credential_id: "0b8f3c64-7a53-4f19-9d53-2c1e7b5a4f86",
  certificate_serial_number: "4A5B6C7D",
};

/** What a request for an operation needs to be let through: ids, query, body and, for a change, an attempt of its own. */
export function validCall(operation: Operation) {
  const ids = idsFor(operation.name);
  const body = bodies[operation.name];
  if ((body === undefined) !== (operation.body === undefined)) throw new Error(`${operation.name} lacks a made-up body, or has one too many.`);
  return { search: { ...ids, ...queries[operation.name] }, body, attempt: operation.method === "GET" ? undefined : crypto.randomUUID() };
}

/** Made-up identifiers for what an operation's path names. */
export function idsFor(name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(paramNames(operations.get(name)?.path ?? "").map((param) => [param, params[param] ?? `krn:made-up:${param}:1`]));
}
