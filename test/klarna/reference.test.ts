import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { isChange, paramNames } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations/index";

const reference = readFileSync("lib/klarna/reference.txt", "utf8").trimEnd().split("\n");
const rows = [...operations.values()];

test("has a row for each of the 48 operations of the reference, and no other", () => {
  expect(reference).toHaveLength(48);
  expect(rows.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...reference].sort());
});

test("names each operation once, by its resource and verb", () => {
  expect(operations.size).toBe(48);
  for (const [name, row] of operations) {
    expect(row.name).toBe(name);
    expect(name).toMatch(new RegExp(`^${row.resource}\\.[a-zA-Z]+$`));
  }
});

test("names every path parameter like Klarna's identifiers", () => {
  const names = new Set(rows.flatMap(({ path }) => paramNames(path)));
  expect([...names].sort()).toEqual([
    "account_id",
    "bank_account_id",
    "certificate_serial_number",
    "collection_id",
    "credential_id",
    "payment_program_enablement_id",
    "payment_program_id",
    "payment_program_plan_id",
    "price_plan_id",
    "product_id",
    "settlement_id",
    "stakeholder_id",
    "website_id",
  ]);
});

test("a read has no body, and only a read has a query", () => {
  for (const row of rows) {
    if (isChange(row)) expect(row.query, row.name).toBeUndefined();
    else expect([row.body, row.danger, row.refreshes], row.name).toEqual([undefined, undefined, undefined]);
  }
});

test("every change but enabling a product and deleting carries a body", () => {
  const bare = rows.filter((row) => isChange(row) && !row.body).map(({ name }) => name);
  expect(bare.sort()).toEqual(["bankAccounts.delete", "credentials.disable", "paymentProducts.enable", "paymentProducts.enableOnly", "stakeholders.delete"]);
});

test("asks before what can't be taken back, and keeps a secret from being asked for twice", () => {
  const dangerous = (danger: string) => rows.filter((row) => row.danger === danger).map(({ name }) => name);
  expect(dangerous("secret")).toEqual(["credentials.create"]);
  expect(dangerous("confirm").sort()).toEqual([
    "accountInformation.update",
    "accounts.migrate",
    "bankAccounts.delete",
    "certificates.revoke",
    "credentials.disable",
    "paymentProducts.disable",
    "paymentProducts.disableOnly",
    "stakeholders.delete",
  ]);
});

test("counts onboarding and settlements in lanes of their own", () => {
  for (const row of rows) {
    const lane = /^accounts\.(onboard|migrate)$/.test(row.name) ? "onboarding" : row.resource === "settlements" ? "settlement" : undefined;
    expect(row.lane, row.name).toBe(lane);
  }
});

test("refreshes only resources that exist, and never names its own", () => {
  const resources = new Set(rows.map(({ resource }) => resource));
  for (const row of rows) {
    for (const other of row.refreshes ?? []) expect(resources.has(other) && other !== row.resource, `${row.name} refreshes ${other}`).toBe(true);
  }
});

test("every part of an account that changes makes the account stale", () => {
  const parts = rows.filter((row) => isChange(row) && row.path.startsWith("/v2/accounts/{account_id}/") && !row.path.includes("enablements"));
  expect(parts).toHaveLength(16);
  for (const row of parts) expect(row.refreshes, row.name).toContain("accounts");
});
