import { expect, test } from "vitest";

import { email, phone, webAddress } from "@/lib/klarna/contact";
import { country, currency } from "@/lib/klarna/country";
import { currencies } from "@/lib/klarna/currencies";
import { ipAddress } from "@/lib/klarna/ip-address";
import { objection } from "./issues";

test("takes e-mail addresses of any script", () => {
  for (const value of ["a@b.se", "signe.holmqvist+shop@nordlys.example", "jörg@bücher.example", "o'brien@xn--bcher-kva.example"])
    expect(objection(email(), value), value).toBeUndefined();
  expect(objection(email(), `${"a".repeat(64)}@example.com`)).toBeUndefined();
});

test("refuses what is no e-mail address", () => {
  const wrong = [
    "",
    "signe",
    "signe@",
    "@example.com",
    "signe@example",
    "a b@example.com",
    "<a@example.com>",
    "a@b@example.com",
    "a@example..com",
    `${"a".repeat(65)}@example.com`,
    "a@example.com\n",
    `a@${"b.".repeat(130)}com`,
  ];
  for (const value of wrong) expect(objection(email(), value), value).toMatch(/^Write an e-mail address/);
});

test("takes a telephone number by E.164", () => {
  for (const value of ["+18445527621", "+46701740605", "+2908123"]) expect(objection(phone(), value)).toBeUndefined();
  for (const value of ["0701740605", "+0701740605", "+46 70 174", "+4670174060512345", "+46(0)701740605", ""])
    expect(objection(phone(), value), value).toMatch(/^Write the number with \+/);
});

test("takes web addresses as they are written", () => {
  for (const value of ["https://example.com", "http://example.com/a?b=c#d", "https://bücher.example/ä", "https://192.0.2.1:8443"])
    expect(objection(webAddress(), value), value).toBeUndefined();
  const wrong = [
    "example.com",
    "ftp://example.com",
    "javascript:alert(1)",
    "https:example.com",
    "https://",
    " https://example.com",
    "https://exa mple.com",
    "https://example.com\n",
    "https://[::1",
    "https:/\\example.com",
    "",
  ];
  for (const value of wrong) expect(objection(webAddress(), value), value).toMatch(/^Write a web address/);
});

test("takes web addresses of up to 2083 characters", () => {
  const start = "https://example.com/";
  expect(objection(webAddress(), start + "a".repeat(2083 - start.length))).toBeUndefined();
  expect(objection(webAddress(), start + "a".repeat(2084 - start.length))).toBe("At most 2083 characters");
});

test("takes IPv4 and IPv6", () => {
  for (const value of ["192.168.1.1", "0.0.0.0", "2001:db8::1", "::1", "::ffff:192.0.2.1"]) expect(objection(ipAddress(), value), value).toBeUndefined();
  for (const value of ["256.1.1.1", "01.2.3.4", "1.2.3", "192.0.2.1/24", "2001:db8::1::2", "[::1]", "fe80::1%eth0", "", 7])
    expect(objection(ipAddress(), value), String(value)).toMatch(/^Write an IPv4 or IPv6/);
});

test("takes countries and the fifteen currencies in either case", () => {
  for (const value of ["SE", "se"]) expect(objection(country(), value)).toBeUndefined();
  for (const value of ["SWE", "S", "Sweden", "1A", ""]) expect(objection(country(), value)).toMatch(/^Write the country as two letters/);
  expect(currencies).toHaveLength(15);
  for (const value of [...currencies, "usd"]) expect(objection(currency(), value)).toBeUndefined();
  for (const value of ["JPY", "EURO", ""]) expect(objection(currency(), value)).toMatch(/^Klarna supports AUD, /);
});
