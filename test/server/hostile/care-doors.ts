import { GET as health } from "@/app/api/desk/health/route";
import { POST as steerJob } from "@/app/api/desk/jobs/[id]/route";
import { GET as listJobs } from "@/app/api/desk/jobs/route";
import { POST as erase } from "@/app/api/desk/merchants/[account_id]/erase/route";
import { POST as readAgain } from "@/app/api/desk/merchants/[account_id]/read-again/route";

import { withId } from "./directory-doors";

const params = { account_id: "krn:partner:global:account:test:ERASED1" };

/** The doors of whoever takes care of the desk: who may open each, and what it takes. */
export const careDoors = {
  "health.get": { method: "GET", open: health, roles: ["admin", "operations", "auditor"], takes: {} },
  "jobs.list": { method: "GET", open: listJobs, roles: ["admin", "operations", "support", "finance", "auditor"], takes: {} },
  "jobs.steer": {
    method: "POST",
    open: withId(steerJob),
    roles: ["admin"],
    takes: { queue: "import", action: "retry" },
    params: { id: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86" },
  },
  "merchants.erase": { method: "POST", open: withId(erase), roles: ["admin"], takes: { environment: "test" }, params },
  "merchants.read-again": { method: "POST", open: withId(readAgain), roles: ["admin"], takes: { environment: "test" }, params },
} as const;
