import { POST as category } from "@/app/api/desk/merchants/[account_id]/products/category/route";
import { GET as fit } from "@/app/api/desk/merchants/[account_id]/products/fit/route";
import { POST as reactivate } from "@/app/api/desk/merchants/[account_id]/products/reactivate/route";
import { GET as changes } from "@/app/api/desk/merchants/[account_id]/products/route";
import { POST as suspend } from "@/app/api/desk/merchants/[account_id]/products/suspend/route";
import { GET as settled } from "@/app/api/desk/merchants/[account_id]/settled/route";
import { roleNames } from "@/lib/klarna/permissions";

import { withId } from "./directory-doors";

const environment = "test";
const params = { account_id: "krn:partner:global:account:test:LWT2XJSE" };
const product_id = "krn:partner:global:account:product:payment:1";
const order = { environment, product_id, attempt: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86", seen: { state: "ENABLED" }, ticket: "CASE-1" };
const suspenders = ["admin", "operations", "support"] as const;

/** The doors of a merchant's payment products, and of what they lately settled: who may open each, and what it takes. */
export const productDoors = {
  "products.changes": { method: "GET", open: withId(changes), roles: roleNames, takes: { environment }, params },
  "products.suspend": {
    method: "POST",
    open: withId(suspend),
    roles: suspenders,
    takes: { ...order, reason: "FRAUD", reason_details: "Stolen cards" },
    params,
  },
  "products.reactivate": { method: "POST", open: withId(reactivate), roles: suspenders, takes: order, params },
  "products.change-category": { method: "POST", open: withId(category), roles: ["admin", "operations"], takes: { ...order, code: "5732" }, params },
  "products.fit": { method: "GET", open: withId(fit), roles: roleNames, takes: { environment, product_id, code: "5732" }, params },
  "merchants.settled": { method: "GET", open: withId(settled), roles: roleNames, takes: { environment }, params },
} as const;
