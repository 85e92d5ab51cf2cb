import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";

import type { Environment } from "@/lib/klarna/environment";

import { serial, type Visitor } from "./person";

/** A merchant that a story made for itself. */
export interface Merchant {
  readonly account_id: string;
  readonly account_reference: string;
  readonly account_name: string;
}

/** Everybody in it is made up; the numbers pass their check digits. */
export const owner = { given_name: "Eva", family_name: "Lagerkvist", email: "eva.lagerkvist@example.com", phone: "+46701740605" };

/** What may come with a merchant: business, people and a bank account. */
export const whole = {
  business_information: {
    business_name: "Åkerbär Handel AB",
    business_entity_type: "LIMITED_LIABILITY_COMPANY",
    registration_number: "556016-0680",
    registration_address: { street_address: "Verkstadsgatan 4", postal_code: "117 36", city: "Stockholm", country: "SE" },
    operating_address: { street_address: "Verkstadsgatan 4", postal_code: "117 36", city: "Stockholm", country: "SE" },
  },
  beneficiary_information: {
    stakeholders: [
      {
        given_name: "Torkel",
        family_name: "Vintersjö",
        date_of_birth: "1979-05-12",
        national_identification: { number: "19790512-9990", country: "SE" },
        roles: ["OWNER"],
      },
    ],
  },
  settlement_information: {
    settlement_enabled: true,
    bank_accounts: [{ bank_account_type: "IBAN", account_holder: "Åkerbär Handel AB", bic: "NDEASESSXXX", iban: "SE4550000000058398257466" }],
  },
};

interface Onboarding {
  readonly environment?: Environment;
  readonly account_name?: string;
  readonly account_group_reference?: string;
  readonly extra_account_data?: Partial<typeof whole>;
}

/** Onboards a merchant through the desk's door, as the wizard would; for stories that begin after that. */
export async function onboard(
  { context }: Visitor,
  { environment = "test", extra_account_data, account_name, account_group_reference }: Onboarding = {},
): Promise<Merchant> {
  const id = serial();
  const named = { account_reference: `STORY-${id}`, account_name: account_name ?? `Åkerbär & Döttrar ${id}` };
  const profiles: readonly { readonly distribution_profile_id: string }[] = await (
    await context.request.get(`/api/klarna/${environment}/distributionProfiles.list`)
  ).json();
  const response = await context.request.post(`/api/klarna/${environment}/accounts.onboard`, {
    headers: { "x-attempt": randomUUID() },
    data: {
      ...named,
      ...(account_group_reference && { account_group_reference }),
      account_owner: owner,
      products: [{ type: "PAYMENT", distribution_profile_id: profiles[0]?.distribution_profile_id, merchant_category_code: "5712" }],
      channel: { websites: [{ urls: [`https://www.${id.toLowerCase()}.example`] }] },
      ...(extra_account_data && { extra_account_data }),
    },
  });
  expect(response.status(), await response.text()).toBe(200);
  const { account_id } = await response.json();
  return { account_id, ...named };
}
