import { z } from "zod";

import { address, answeredAddress } from "../address";
import { kept, openEnum } from "../lenient";
import { resource } from "../operation";
import { ownWithin } from "../sensitive";
import { patch } from "../strict";
import { choice, text } from "../text";

/** The legal forms that Klarna tells apart. */
export const businessEntityTypes = [
  "SOLE_TRADER",
  "STATE_OWNED_COMPANY",
  "ASSOCIATION",
  "PUBLIC_LIMITED_COMPANY",
  "PRIVATE_UNLIMITED_COMPANY",
  "COOPERATIVE",
  "FOUNDATION",
  "NON_PROFIT_ORGANISATION",
  "PARTNERSHIP",
  "LIMITED_LIABILITY_COMPANY",
  "TRUST",
  "UNKNOWN",
] as const;

/**
 * Whether a legal form is a company's, which stands in a public register by its numbers. A sole trader's are a person's own in some countries (Sweden's are), and
 * whose they are can't be told while the legal form is unknown.
 */
export function isCompany(form: unknown): boolean {
  return form !== "SOLE_TRADER" && form !== "UNKNOWN" && (businessEntityTypes as readonly unknown[]).includes(form);
}

/** Which of a business's numbers aren't a company's. */
export const ownNumbers = {
  fields: ({ business_entity_type: form }: Readonly<Record<string, unknown>>) => (isCompany(form) ? [] : ["registration_number", "tax_registration_number"]),
};

/** The legal data of the merchant's business. */
export const businessInformationDraft = patch({
  business_name: text(80).optional(),
  business_entity_type: choice(businessEntityTypes).optional(),
  registration_authority: text().optional(),
  registration_number: text().optional(),
  tax_registration_number: text().optional(),
  financial_registration_number: text().optional(),
  operating_address: address().optional(),
  registration_address: address().optional(),
}).register(ownWithin, ownNumbers);

/** The same in an answer. */
export const answeredBusinessInformation = z
  .looseObject({
    business_name: z.string().nullish(),
    business_entity_type: openEnum(businessEntityTypes).nullish(),
    registration_authority: z.string().nullish(),
    registration_number: z.string().nullish(),
    tax_registration_number: z.string().nullish(),
    financial_registration_number: z.string().nullish(),
    operating_address: kept(answeredAddress()).nullish(),
    registration_address: kept(answeredAddress()).nullish(),
  })
  .register(ownWithin, ownNumbers);

const path = "/v2/accounts/{account_id}/extra-account-data/business-information";

export const businessInformation = resource("businessInformation", {
  get: { method: "GET", path, permission: "merchants:read", output: answeredBusinessInformation },
  update: {
    method: "PATCH",
    path,
    permission: "merchants:write",
    body: businessInformationDraft,
    output: answeredBusinessInformation,
    refreshes: ["accounts"],
  },
});
