import fc from "fast-check";
import { expect, test } from "vitest";

import { bic, iban } from "@/lib/klarna/iban";
import { electronicIban } from "@/lib/klarna/written";
import { objection } from "./issues";

/** Country and length of some account numbers that are digits only. */
const countries = { SE: 20, DE: 18, DK: 14, FI: 14, AT: 16, PL: 24, PT: 21, NO: 11, EE: 16, CZ: 20 } as const;
const account = fc
  .constantFrom(...Object.entries(countries))
  .chain(([country, length]) => fc.tuple(fc.constant(country), fc.stringMatching(new RegExp(`^\\d{${length}}$`))));

test("takes every account number with its check digits", () => {
  fc.assert(fc.property(account, ([country, digits]) => objection(iban(), withCheckDigits(country, digits)) === undefined));
});

test("refuses an IBAN with any one digit changed", () => {
  fc.assert(
    fc.property(account, fc.nat(), fc.integer({ min: 1, max: 9 }), ([country, digits], place, shift) => {
      const right = withCheckDigits(country, digits);
      const at = 2 + (place % (right.length - 2));
      const wrong = right.slice(0, at) + ((Number(right[at]) + shift) % 10) + right.slice(at + 1);
      return objection(iban(), wrong) !== undefined;
    }),
  );
});

test("takes account numbers with letters in them", () => {
  for (const value of ["GB82WEST12345698765432", "FR1420041010050500013M02606", "MT84MALT011000012345MTLCAST001S", "NL91ABNA0417164300"]) {
    expect(objection(iban(), value), value).toBeUndefined();
  }
});

test("says what is wrong with an IBAN", () => {
  expect(objection(iban(), "SE45 5000 0000 0583 9825 7466")).toBe("Write the IBAN without spaces");
  expect(objection(iban(), "se4550000000058398257466")).toMatch(/^An IBAN begins with two capitals/);
  expect(objection(iban(), "US4550000000058398257466")).toMatch(/^No bank of this country/);
  // Countries without IBANs of the standard, and territories whose banks have those of France and Finland.
  for (const other of ["RE4220041010050500013M02606", "AX2112345600000785", "SN08SN0100152000048500003035", "MA64011519000001205000534921"])
    expect(objection(iban(), other), other).toMatch(/^No bank of this country/);
  expect(objection(iban(), "SE455000000005839825746")).toMatch(/too short or too long/);
  expect(objection(iban(), "SE45500000000583982574AB")).toMatch(/letters where its country has digits/);
  expect(objection(iban(), "SE4650000000058398257466")).toMatch(/^The check digits don't match/);
  expect(objection(iban(), "")).toBeDefined();
});

test("refuses check digits that the standard never gives, though they divide", () => {
  const accounts = Array.from({ length: 97 }, (_, step) => withCheckDigits("DE", String(step).padStart(18, "0")));
  const right = accounts.find((account) => account.startsWith("DE02")) ?? "";
  const same = right.replace("DE02", "DE99");
  expect([remainder(right), remainder(same)]).toEqual([1, 1]);
  expect(objection(iban(), right)).toBeUndefined();
  expect(objection(iban(), same)).toMatch(/^The check digits don't match/);
});

test("leaves a country's own check inside the account number to the bank", () => {
  expect(objection(iban(), withCheckDigits("NO", "86011117948"))).toBeUndefined();
});

test("reads an IBAN as people write it", () => {
  expect(electronicIban(" se45 5000 0000 0583 9825 7466 ")).toBe("SE4550000000058398257466");
});

test("takes a BIC of 8 or 11 characters", () => {
  for (const value of ["NDEASESS", "NDEASEGGXXX", "DEUTDEFF500"]) expect(objection(bic(), value)).toBeUndefined();
  for (const value of ["NDEASES", "NDEASESSX", "NDEASESSXX", "NDEASESSXXXX"]) expect(objection(bic(), value)).toBe("A BIC has 8 or 11 characters");
  for (const value of ["ndeasess", "NDEA5ESS", "NDEASE-S"]) expect(objection(bic(), value)).toMatch(/^A BIC is capitals and digits/);
});

function withCheckDigits(country: string, digits: string): string {
  const check = 98 - remainder(`${country}00${digits}`);
  return `${country}${String(check).padStart(2, "0")}${digits}`;
}

function remainder(value: string): number {
  const moved = value.slice(4) + value.slice(0, 4);
  return Number(BigInt(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n);
}
