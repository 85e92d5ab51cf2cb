import { expect, test } from "vitest";

import { businessEntityTypes } from "@/lib/klarna/operations/business-information";
import { merchantFacts } from "@/lib/server/merchants/facts";

const numberKept = (business: object | undefined) =>
  merchantFacts({ account_id: "krn:a", ...(business && { extra_account_data: { business_information: business } }) })?.registrationNumber;

const registration_number = "790512-9990";

test.each([...businessEntityTypes, undefined, null, "A_FORM_THAT_KLARNA_ADDS", ""])(
  "whose number may be a person's own isn't kept: %s",
  (business_entity_type) => {
    const company = !["SOLE_TRADER", "UNKNOWN", undefined, null, "A_FORM_THAT_KLARNA_ADDS", ""].includes(business_entity_type as string);
    expect(numberKept({ business_entity_type, registration_number })).toBe(company ? registration_number : null);
  },
);

test("an answer that says nothing of the business doesn't say that its number has gone", () => {
  expect(numberKept(undefined)).toBeUndefined();
  expect(numberKept({ business_entity_type: "LIMITED_LIABILITY_COMPANY" })).toBeNull();
});
