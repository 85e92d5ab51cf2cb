import "server-only";
import { z } from "zod";

import { environmentInput } from "../drafts/input";

const words = z.string().max(2_083).optional();
const place = z.object({ country: words, postal_code: words }).optional();

/** The part of an onboarding's body, finished or not, that the desk can say something about. Other fields aren't looked at. */
export const checkInput = z.strictObject({
  environment: environmentInput,
  /** The merchant that it is about, once it is one: what it has itself is nobody else's. */
  account_id: z.string().max(200).optional(),
  body: z.object({
    account_reference: words,
    account_name: words,
    extra_account_data: z
      .object({
        business_information: z.object({ business_name: words, registration_number: words, registration_address: place, operating_address: place }).optional(),
        beneficiary_information: z
          .object({
            stakeholders: z
              .array(z.object({ address: place }))
              .max(200)
              .optional(),
          })
          .optional(),
        settlement_information: z
          .object({
            bank_accounts: z
              .array(z.object({ iban: words, iban_country: words, bic: words, account_holder: words }))
              .max(200)
              .optional(),
          })
          .optional(),
      })
      .optional(),
  }),
});

export type CheckInput = z.output<typeof checkInput>;
