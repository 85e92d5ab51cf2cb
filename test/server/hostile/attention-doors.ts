import { POST as act } from "@/app/api/desk/attention/act/route";
import { GET as colleagues } from "@/app/api/desk/attention/colleagues/route";
import { GET as counts } from "@/app/api/desk/attention/counts/route";
import { GET as list } from "@/app/api/desk/attention/route";

const everyone = ["admin", "operations", "support", "finance", "auditor"] as const;
const carers = ["admin", "operations", "support", "finance"] as const;
const ids = ["9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86"];

/** The doors of what needs attention: who may open each, and what it takes. */
export const attentionDoors = {
  "attention.list": { method: "GET", open: list, roles: everyone, takes: { tab: "all", show: "open", sort: "due", environment: "test", rule: "stuck" } },
  "attention.counts": { method: "GET", open: counts, roles: everyone, takes: { environment: "test", rule: "stuck" } },
  "attention.act": { method: "POST", open: act, roles: carers, takes: { ids, act: "done" } },
  "attention.colleagues": { method: "GET", open: colleagues, roles: carers, takes: {} },
} as const;
