import { expect, test } from "vitest";

import { businessEntityTypes } from "@/lib/klarna/operations/business-information";
import { merchantFacts, productFacts } from "@/lib/server/merchants/facts";

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

test("a field of a product that is null or odd takes nothing of the others with it", () => {
  const product = { product_id: "krn:p", type: "PAYMENT", merchant_category_code: "5719", state: "ENABLED" };
  const odd = { ...product, distribution_profile_id: null, state_reason: 7 };
  expect(merchantFacts({ account_id: "krn:a", products: [odd, null] })?.products).toEqual([product, {}]);
  expect(productFacts(odd)).toEqual(product);
});

test("of people nothing is kept but what is missing in their set, and that only where the answer says who they are and what the business is", () => {
  const gaps = (business_information: unknown, beneficiary_information: unknown) =>
    merchantFacts({ account_id: "krn:a", extra_account_data: { business_information, beneficiary_information } })?.peopleGaps;
  const company = { business_entity_type: "LIMITED_LIABILITY_COMPANY" };
  const torkel = { stakeholder_id: "s-1", given_name: "Torkel", roles: ["LEGAL_REPRESENTATIVE"] };
  expect(gaps(company, { stakeholders: [torkel] })).toEqual(["NO_OWNER"]);
  expect(gaps(company, { stakeholders: [torkel, { roles: ["OWNER"] }] })).toEqual([]);
  expect(gaps({ business_entity_type: "SOLE_TRADER" }, {})).toEqual(["SOLE_TRADER_WITHOUT_OWNER"]);
  for (const odd of [{ stakeholders: [null, "x", { roles: "OWNER" }, { roles: [7] }] }, { stakeholders: null }])
    expect(gaps(company, odd)).toEqual(["NO_OWNER"]);
  for (const unsaid of [undefined, null, "x", { stakeholders: "x" }]) expect(gaps(company, unsaid)).toBeNull();
  expect(gaps(undefined, { stakeholders: [torkel] })).toBeNull();
});
