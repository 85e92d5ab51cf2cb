import { expect, test } from "vitest";

import { checkCompanyNumber, companyNumberRule } from "@/lib/klarna/company-number";

const right: readonly (readonly [country: string, ...numbers: string[]])[] = [
  ["AT", "FN123456a", "123456b"],
  ["AU", "123456789", "12345678901"],
  ["AX", "FI1234567-8"],
  ["BE", "0123456789", "0123.456.789", "1234567890"],
  ["BG", "123456789"],
  ["BY", "123456789"],
  ["CA", "12-3456789", "123-45-6789", "123456789", "123456-7", "1234567890"],
  ["CH", "CHE-123.456.789"],
  ["CY", "HE 123456"],
  ["CZ", "12345678"],
  ["DK", "12345678"],
];

const wrong: readonly (readonly [country: string, ...numbers: string[]])[] = [
  ["AT", "ATU12345678", "K612345", "1234"],
  ["AU", "1234567890", "123 456 789"],
  ["AX", "1234567-8"],
  ["BE", "2123456789", "BE0123456789"],
  ["BG", "BG123456789"],
  ["CA", "12345678", "1-234567"],
  ["CH", "CHE123456789"],
  ["CY", "HE123456"],
  ["CZ", "CZ12345678"],
  ["DE", "12345", "HRC 12345", "HRB 12", "DE123456789"],
  ["DK", "DK12345678", "1234 5678"],
];

test("takes a company's number as its country writes it", () => {
  for (const [country, ...numbers] of right) for (const number of numbers) expect(checkCompanyNumber(country, number), `${country} ${number}`).toBeUndefined();
});

test("says how the country writes it, under the name it has there", () => {
  for (const [country, ...numbers] of wrong) {
    for (const number of numbers)
      expect(checkCompanyNumber(country, number, "Amtsgericht Köln"), `${country} ${number}`).toContain(companyNumberRule(country)?.name);
  }
  expect(checkCompanyNumber("dk", "1")).toBe("CVR: 8 digits");
});

test("asks for the court beside a German number", () => {
  expect(checkCompanyNumber("DE", "HRB 12345", "Amtsgericht München")).toBeUndefined();
  for (const authority of [undefined, "", "  "]) expect(checkCompanyNumber("DE", "HRB 12345", authority)).toMatch(/name the local court/);
});

test("has no opinion where Klarna published no rule, nor on an empty field", () => {
  expect(companyNumberRule("SE")).toBeUndefined();
  expect(checkCompanyNumber("SE", "anything")).toBeUndefined();
  expect(checkCompanyNumber("DK", "")).toBeUndefined();
});
