import { expect, test } from "vitest";

import { fitOf } from "@/lib/klarna/category-fit";

const planned = [
  { payment_program_id: "pay-in-3", customer_country: "SE" },
  { payment_program_id: "pay-in-3", customer_country: "NO" },
  { payment_program_id: "everywhere" },
];
const enabled = (payment_program_id: string, customer_countries?: readonly string[], merchant_category_codes?: readonly string[]) => ({
  payment_program_id,
  enablement_criteria: { customer_countries, merchant_category_codes },
});

test("an enablement fits another category where the plan offers its program for each of its countries", () => {
  expect(fitOf(enabled("pay-in-3", ["SE", "NO"]), "5732", planned)).toEqual({ fits: "yes", because: "" });
  expect(fitOf(enabled("pay-in-3"), "5732", planned).fits).toBe("yes");
  expect(fitOf(enabled("pay-in-3", ["se", "No"]), "5732", planned)).toEqual({ fits: "yes", because: "" });
  expect(fitOf(enabled("everywhere", ["IT"]), "5732", planned).fits).toBe("yes");
  expect(fitOf({ payment_program_id: "pay-in-3" }, "5732", planned).fits).toBe("yes");
});

test("it fits in part where some of its countries are left", () => {
  expect(fitOf(enabled("pay-in-3", ["SE", "DE"]), "5732", planned)).toEqual({ fits: "partly", because: expect.stringContaining("in DE") });
});

test("it doesn't fit where it was made for other categories, where no country is left, or where the program isn't planned", () => {
  expect(fitOf(enabled("pay-in-3", ["SE"], ["5719"]), "5732", planned)).toMatchObject({ fits: "no", because: expect.stringContaining("5719 only") });
  expect(fitOf(enabled("pay-in-3", ["DE"]), "5732", planned).fits).toBe("no");
  expect(fitOf(enabled("financing", ["SE"]), "5732", planned).fits).toBe("no");
  expect(fitOf({ payment_program_id: null }, "5732", planned).fits).toBe("no");
});

test("without the plan nothing is claimed, but that it was made for other categories is known", () => {
  expect(fitOf(enabled("pay-in-3", ["SE"]), "5732", undefined).fits).toBe("unknown");
  expect(fitOf(enabled("pay-in-3", ["SE"], ["5719"]), "5732", undefined).fits).toBe("no");
});

test("lists of another shape than the contract's are none", () => {
  const odd = { payment_program_id: "pay-in-3", enablement_criteria: { customer_countries: "SE", merchant_category_codes: 5 } };
  expect(fitOf(odd as unknown as Parameters<typeof fitOf>[0], "5732", planned).fits).toBe("yes");
});
