import { expect, test } from "vitest";

import { accounts } from "@/lib/klarna/operations/accounts";
import { operations } from "@/lib/klarna/operations/index";
import { issues, objection } from "../issues";

const query = (name: string) => operations.get(name)?.query;
const paged = ["pricePlans.get", "paymentProgramPlans.get", "settlements.transactions"];

test("only five reads take a query, and none takes a parameter that the reference doesn't name", () => {
  const asking = [...operations.values()].filter((row) => row.query).map((row) => row.name);
  expect(asking.sort()).toEqual([...paged, "accounts.get", "paymentPrograms.listForProduct"].sort());
  for (const name of asking) expect(objection(query(name), { currency: "EUR", colour: "red" }), name).toMatch(/"colour"/);
});

test("a page is asked for forwards or backwards, not both", () => {
  for (const name of paged) {
    expect(objection(query(name), { starting_after: "Zpq6F3mDYtwK8", size: "20" }), name).toBeUndefined();
    expect(objection(query(name), { ending_before: "Zpq6F3mDYtwK8", size: 20 }), name).toBeUndefined();
    expect(issues(query(name), { starting_after: "a", ending_before: "b" }), name).toEqual([
      "ending_before: Page forwards with starting_after or backwards with ending_before, not both",
    ]);
  }
});

test("a number in a query string is a whole number, written as one", () => {
  expect(query("settlements.transactions")?.parse({ size: "20" })).toEqual({ size: 20 });
  for (const size of ["", " 20", "2e1", "20.5", "0x14", "-1", "0", 0, 1.5, "2147483648", "99999999999", null, ["20"]]) {
    expect(objection(query("settlements.transactions"), { size }), String(size)).toBe("Write a whole number from 1 on");
  }
});

test("a price plan is asked for with at least one parameter", () => {
  expect(objection(query("pricePlans.get"), {})).toMatch(/^Ask with at least one parameter/);
  expect(objection(query("pricePlans.get"), { currency: undefined })).toMatch(/^Ask with at least one parameter/);
  const asked = [
    { merchant_category_code: "5411" },
    { date_time: "2024-01-01T12:00:00Z" },
    { version: "1" },
    { currency: "USD" },
    { country: "US" },
    { payment_program_id: "krn:partner:global:pricing:payments:program:a5cd46f7e-573d-4b02-bab8-1f1c0e343291" },
    { size: "20" },
  ];
  for (const parameter of asked) expect(objection(query("pricePlans.get"), parameter), JSON.stringify(parameter)).toBeUndefined();
  const wrong = [
    { merchant_category_code: "5412" },
    { date_time: "2024-01-01T12:00" },
    { version: "one" },
    { currency: "JPY" },
    { country: "USA" },
    { payment_program_id: "a/b" },
  ];
  for (const parameter of wrong) expect(objection(query("pricePlans.get"), parameter), JSON.stringify(parameter)).toBeDefined();
});

test("programs are filtered by category, country, currency and how they are enabled", () => {
  const filter = { merchant_category_code: "5411", customer_country: "US", currency: "USD", enablement_type: "OPTIONAL" };
  for (const name of ["paymentProgramPlans.get", "paymentPrograms.listForProduct"]) {
    for (const right of [{}, filter]) expect(objection(query(name), right), name).toBeUndefined();
    expect(objection(query(name), { enablement_type: "SOMETIMES" })).toBe("Choose one of PRESET, OPTIONAL, RESTRICTED");
  }
  expect(objection(query("paymentPrograms.listForProduct"), { size: "20" })).toBeDefined();
});

test("an account is expanded by what the reference lists, as a list or with commas", () => {
  const every = Object.keys(accounts.get.expansions);
  expect(every).toHaveLength(7);
  for (const expand of [every, every.join(",")]) expect(accounts.get.query.parse({ expand })).toEqual({ expand: every });
  expect(accounts.get.query.parse({})).toEqual({});
  for (const expand of ["", "product", "products,", "products, channel.websites", ["products", "x"], 7, null]) {
    expect(objection(accounts.get.query, { expand }), JSON.stringify(expand)).toMatch(/^Choose at most 10 of products, /);
  }
});

test("an account is expanded by at most ten items", () => {
  const ten = Array.from({ length: 10 }, () => "products");
  expect(objection(accounts.get.query, { expand: ten.join(",") })).toBeUndefined();
  expect(objection(accounts.get.query, { expand: [...ten, "products"].join(",") })).toMatch(/^Choose at most 10/);
});

test("expansions name the class of what they bring in", () => {
  const { "extra-account-data.beneficiary-information": people, "extra-account-data.settlement-information": bank, ...plain } = accounts.get.expansions;
  expect([people, bank, ...Object.values(plain)]).toEqual(["people", "bank", undefined, undefined, undefined, undefined, undefined]);
});
