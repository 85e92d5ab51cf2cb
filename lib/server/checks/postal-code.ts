import "server-only";
import { postcodeValidator, postcodeValidatorExistsForCountry } from "postcode-validator";

import type { CheckHint } from "@/lib/desk/check";

import type { CheckInput } from "./input";

/** Whether postal codes are written as their countries write them. */
export function postalCodeHints({ extra_account_data }: CheckInput["body"]): readonly CheckHint[] {
  const { business_information: business, beneficiary_information } = extra_account_data ?? {};
  const places = [
    { path: "extra_account_data.business_information.registration_address", address: business?.registration_address },
    { path: "extra_account_data.business_information.operating_address", address: business?.operating_address },
    ...(beneficiary_information?.stakeholders ?? []).map(({ address }, index) => ({
      path: `extra_account_data.beneficiary_information.stakeholders.${index}.address`,
      address,
    })),
  ];
  return places.flatMap(({ path, address: { country = "", postal_code = "" } = {} }) =>
    isOdd(postal_code.trim(), country.toUpperCase())
      ? [{ path: `${path}.postal_code`, message: "Postal codes of this country are written differently. Check it, and the country." }]
      : [],
  );
}

function isOdd(code: string, country: string): boolean {
  return code !== "" && postcodeValidatorExistsForCountry(country) && !postcodeValidator(code, country);
}
