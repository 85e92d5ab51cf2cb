import { expect, test } from "vitest";

import { checkPathParam, identifier } from "@/lib/klarna/identifier";
import { objection } from "./issues";

const real = [
  "krn:partner:global:account:live:LWT2XJSE",
  "krn:payment:global:payment:program:a5cd46f7e-573d-4b02-bab8-1f1c0e343291",
  "113574395",
  "XD65-113574395",
  "default",
];
const malformed = ["", ".", "..", "../v2/account/credentials", "a/b", "a?b", "a#b", "a b", "a%2Fb", "krn:..:x", ":x", "a\n", "é", "\ud800", "x".repeat(201)];

test("takes identifiers as opaque, even those that Klarna misspells", () => {
  for (const value of real) expect([checkPathParam("account_id", value), objection(identifier(), value)], value).toEqual([undefined, undefined]);
});

test("refuses what could change the path around it", () => {
  for (const value of malformed) expect([checkPathParam("account_id", value), objection(identifier(), value)].every(Boolean), JSON.stringify(value)).toBe(true);
});

test("holds credentials and certificates to what the reference states", () => {
  expect(checkPathParam("credential_id", "206bbb83-9b6e-46fa-940d-337153c04a58")).toBeUndefined();
  expect(checkPathParam("credential_id", "206bbb83")).toBe("A credential's id is a UUID");
  expect(checkPathParam("certificate_serial_number", "2C8A1053F979D1E8C96A3A9357AE7D1E")).toBeUndefined();
  for (const serial of ["2C:8A", "", "A".repeat(49)]) expect(checkPathParam("certificate_serial_number", serial)).toMatch(/^A serial number/);
});

test("isn't fooled by parameters named like an object's own", () => {
  expect(checkPathParam("constructor", "a/b")).toBeDefined();
  expect(checkPathParam("constructor", "ok")).toBeUndefined();
});
