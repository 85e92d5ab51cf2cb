import { GET as csv } from "@/app/api/desk/runs/[run_id]/csv/route";
import { GET as results } from "@/app/api/desk/runs/[run_id]/results/route";
import { GET as get, POST as steer } from "@/app/api/desk/runs/[run_id]/route";
import { POST as check } from "@/app/api/desk/runs/check/route";
import { GET as list, POST as make } from "@/app/api/desk/runs/route";

import { withId } from "./directory-doors";

const params = { run_id: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86" };
const everyone = ["admin", "operations", "support", "finance", "auditor"] as const;
const suspenders = ["admin", "operations", "support"] as const;
const asked = { text: "", filters: {}, days: {}, accounts: ["krn:partner:global:account:test:LWT2XJSE"] };

/** The doors of what is done to many merchants: who may open each, and what it takes. What a run does says who may steer it, so that there is one comes first. */
export const runDoors = {
  "runs.list": { method: "GET", open: list, roles: everyone, takes: { environment: "test" } },
  "runs.check": { method: "POST", open: check, roles: suspenders, takes: { environment: "test", order: { act: "suspend" }, asked } },
  "runs.make": {
    method: "POST",
    open: make,
    roles: suspenders,
    takes: { environment: "test", order: { act: "suspend", reason: "FRAUD", details: "x" }, asked, run: params.run_id, meant: "x".repeat(43), count: 1 },
  },
  "runs.get": { method: "GET", open: withId(get), roles: everyone, takes: { environment: "test" }, params },
  "runs.steer": { method: "POST", open: withId(steer), roles: everyone, takes: { environment: "test", action: "pause" }, params },
  "runs.results": { method: "GET", open: withId(results), roles: everyone, takes: { environment: "test", state: "failed" }, params },
  "runs.csv": { method: "GET", open: withId(csv), roles: everyone, takes: { environment: "test" }, params },
} as const;
