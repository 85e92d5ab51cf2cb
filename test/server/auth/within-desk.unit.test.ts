import { expect, test } from "vitest";

import { withinDesk } from "@/lib/routes";

test.each(["/", "/test/merchants?q=a%2Fb#x", "/live/merchants/krn%3Aa", "/settings/account"])("%s is an address of the desk", (to) => {
  expect(withinDesk(to)).toBe(to);
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "\u0000/x",
  "",
  undefined,
  ["/a", "/b"],
])("%j leads somewhere else, so it leads home", (to) => {
  expect(withinDesk(to)).toBe("/");
});
