import { expect, test } from "vitest";

import { callOf } from "@/lib/klarna/call";
import { fillPath, pickParams } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import { bankAccounts } from "@/lib/klarna/operations/bank-accounts";

const row = { account_id: "krn:partner:global:account:test:LWT2XJSE", bank_account_id: "krn:bank:1", iban: "SE4550000000058398257466", bic: "NDEASESS" };

test("writes an identifier into a path with its colons", () => {
  expect(fillPath(accounts.get.path, row)).toBe("/v2/accounts/krn:partner:global:account:test:LWT2XJSE");
});

test("no value can add a segment, a query or a host to a path", () => {
  for (const value of ["a/b", "a?b=c", "a#b", "//evil.example", "a\\b", "%2e%2e", "a%2fb", "a b", "a\nb"]) {
    const url = new URL(fillPath("/v2/accounts/{account_id}/channel", { account_id: value }), "https://klarna.example");
    expect([url.host, url.pathname.split("/").length, url.search, url.hash], value).toEqual(["klarna.example", 5, "", ""]);
  }
});

test("refuses values that would walk up the path or leave a gap in it", () => {
  for (const value of [".", "..", ""]) expect(() => fillPath(accounts.get.path, { account_id: value }), value).toThrow(TypeError);
  expect(() => fillPath(accounts.get.path, {})).toThrow("account_id is missing");
});

test("a whole table row may be passed where its id is meant: nothing else reaches a URL", () => {
  expect(pickParams(bankAccounts.delete, row)).toEqual({ account_id: row.account_id, bank_account_id: row.bank_account_id });
  expect(callOf(bankAccounts.get, row).search).toEqual({ account_id: row.account_id, bank_account_id: row.bank_account_id });
});

test("a call is data: expansions are written with commas, what is undefined is left out", () => {
  const call = callOf(accounts.get, row, { expand: ["products", "channel.websites"] });
  expect(call).toEqual({ name: "accounts.get", resource: "accounts", search: { expand: "products,channel.websites", account_id: row.account_id } });
  expect(callOf(accounts.get, row, { expand: undefined }).search).toEqual({ account_id: row.account_id });
});

test("a query can't take the place of an identifier", () => {
  const smuggled = { account_id: "other" } as object;
  expect(callOf(accounts.get, row, smuggled).search).toEqual({ account_id: row.account_id });
});
