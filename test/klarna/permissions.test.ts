import { expect, test } from "vitest";

import { operations } from "@/lib/klarna/operations/index";
import { can, permissions, type Role, roleNames, rolesWith } from "@/lib/klarna/permissions";

/** Which permission each row asks for, by resource: reads, then changes. */
const asked: Readonly<Record<string, readonly [read: string, change: string]>> = {
  credentials: ["credentials:write", "credentials:write"],
  certificates: ["", "credentials:write"],
  distributionProfiles: ["products:read", ""],
  accounts: ["merchants:read", "merchants:write"],
  paymentProducts: ["products:read", "products:suspend"],
  pricePlans: ["pricing:read", ""],
  paymentProgramPlans: ["programs:read", ""],
  paymentPrograms: ["programs:read", ""],
  paymentProgramEnablements: ["programs:read", "programs:write"],
  websites: ["merchants:read", "merchants:write"],
  collections: ["merchants:read", "merchants:write"],
  accountInformation: ["merchants:read", "merchants:write"],
  businessInformation: ["merchants:read", "merchants:write"],
  stakeholders: ["people:read", "people:write"],
  settlementInformation: ["bank:read", "bank:write"],
  bankAccounts: ["bank:read", "bank:write"],
  settlements: ["settlements:read", ""],
};

const exceptions: Readonly<Record<string, string>> = {
  "paymentProducts.update": "products:write",
  "paymentProducts.enable": "products:reactivate",
  "paymentProducts.enableOnly": "products:reactivate",
  "settlements.csv": "settlements:export",
};

test("every row asks for the permission of its resource", () => {
  for (const row of operations.values()) {
    const [read, change] = asked[row.resource] ?? [];
    expect(row.permission, row.name).toBe(exceptions[row.name] ?? (row.method === "GET" ? read : change));
  }
});

/** Who may do what, as the table of the architecture has it. */
const may: Readonly<Record<Exclude<Role, "admin">, string>> = {
  operations:
    "merchants:read products:read programs:read pricing:read merchants:write people:read people:write bank:read bank:write pii:reveal products:suspend products:reactivate products:write programs:write notes:write operations:settle health:read",
  support: "merchants:read products:read programs:read pricing:read people:read bank:read pii:reveal products:suspend products:reactivate notes:write",
  finance: "merchants:read products:read programs:read pricing:read bank:read settlements:read settlements:export settlements:accept books:write notes:write",
  auditor:
    "merchants:read products:read programs:read pricing:read people:read bank:read settlements:read settlements:export audit:read webhooks:read health:read",
};

test("a role carries what the table says and nothing else", () => {
  expect(roleNames).toEqual(["admin", "operations", "support", "finance", "auditor"]);
  for (const permission of permissions) {
    expect(can("admin", permission), permission).toBe(true);
    for (const [role, carried] of Object.entries(may))
      expect(can(role as Role, permission), `${role} ${permission}`).toBe(carried.split(" ").includes(permission));
  }
});

test("names the roles to turn to", () => {
  expect(rolesWith("merchants:write")).toEqual(["admin", "operations"]);
  expect(rolesWith("audit:read")).toEqual(["admin", "auditor"]);
});
