import { GET as health } from "@/app/api/desk/health/route";
import { POST as erase } from "@/app/api/desk/merchants/[account_id]/erase/route";
import { POST as readAgain } from "@/app/api/desk/merchants/[account_id]/read-again/route";

import { withId } from "./directory-doors";

const params = { account_id: "krn:partner:global:account:test:ERASED1" };

/** The doors of whoever takes care of the desk: who may open each, and what it takes. */
export const careDoors = {
  "health.get": { method: "GET", open: health, roles: ["admin", "operations", "auditor"], takes: {} },
  "merchants.erase": { method: "POST", open: withId(erase), roles: ["admin"], takes: { environment: "test" }, params },
  "merchants.read-again": { method: "POST", open: withId(readAgain), roles: ["admin"], takes: { environment: "test" }, params },
} as const;
