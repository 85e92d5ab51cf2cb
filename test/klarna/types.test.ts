import { expect, test } from "vitest";
import { z } from "zod";

import { callOf } from "@/lib/klarna/call";
import { type BodyOf, type OutputOf, resource } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import { bankAccounts } from "@/lib/klarna/operations/bank-accounts";
import { settlements } from "@/lib/klarna/operations/settlements";

// The type checker is the test here: each `@ts-expect-error` fails it when the line below is accepted.

test("a call names its operation's path parameters", () => {
  // @ts-expect-error account_id is missing
  callOf(bankAccounts.list, {});
  // @ts-expect-error bank_account_id is missing
  callOf(bankAccounts.get, { account_id: "a" });
  expect(callOf(bankAccounts.get, { account_id: "a", bank_account_id: "b" }).name).toBe("bankAccounts.get");
});

test("a call carries only its operation's query", () => {
  // @ts-expect-error bankAccounts.list takes no query
  callOf(bankAccounts.list, { account_id: "a" }, { size: 1 });
  // @ts-expect-error expand knows no "product"
  callOf(accounts.get, { account_id: "a" }, { expand: ["product"] });
  expect(callOf(settlements.transactions, { settlement_id: "s" }, { size: 10 }).search).toEqual({ settlement_id: "s", size: "10" });
});

test("a body holds what Klarna requires and nothing it doesn't know", () => {
  const right: BodyOf<typeof bankAccounts.create> = { bank_account_type: "IBAN", bic: "NDEASESS", iban: "SE4550000000058398257466" };
  // @ts-expect-error iban is missing
  const short: BodyOf<typeof bankAccounts.create> = { bank_account_type: "IBAN", bic: "NDEASESS" };
  // @ts-expect-error a bank account has no colour
  const long: BodyOf<typeof bankAccounts.create> = { ...right, colour: "red" };
  const none: BodyOf<typeof bankAccounts.delete> = undefined;
  expect([right, short, long, none]).toHaveLength(4);
});

test("an answer is typed by what the reference names, and open to what it doesn't", () => {
  const account: OutputOf<typeof accounts.get> = { account_id: "a", state: "SOMETHING_NEW", of_tomorrow: true };
  const products: number | undefined = account.products?.length;
  // @ts-expect-error an account without its identifier isn't one
  const nameless: OutputOf<typeof accounts.get> = { account_name: "Nordlys" };
  expect([account.state, products, nameless]).toHaveLength(3);
});

test("a row says which permission it needs", () => {
  // @ts-expect-error the permission is missing
  resource("things", { list: { method: "GET", path: "/v2/things", output: z.void() } });
  // @ts-expect-error nobody has this permission
  resource("things", { list: { method: "GET", path: "/v2/things", permission: "things:read", output: z.void() } });
  expect(resource("things", { list: { method: "GET", path: "/v2/things", permission: "products:read", output: z.void() } }).list.name).toBe("things.list");
});
