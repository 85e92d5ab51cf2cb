import { POST as look } from "@/app/api/desk/operations/[id]/look/route";
import { POST as repeat } from "@/app/api/desk/operations/[id]/repeat/route";
import { GET as get } from "@/app/api/desk/operations/[id]/route";
import { POST as settle } from "@/app/api/desk/operations/[id]/settle/route";
import { GET as list } from "@/app/api/desk/operations/route";

import { withId } from "./directory-doors";

const params = { id: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86" };
const everyone = ["admin", "operations", "support", "finance", "auditor"] as const;
const settlers = ["admin", "operations"] as const;

/** The doors of changes without a clear answer: who may open each, and what it takes. */
export const operationDoors = {
  "operations.list": { method: "GET", open: list, roles: everyone, takes: { show: "settled" } },
  "operations.get": { method: "GET", open: withId(get), roles: everyone, takes: {}, params },
  "operations.look": { method: "POST", open: withId(look), roles: settlers, takes: {}, params },
  "operations.repeat": { method: "POST", open: withId(repeat), roles: settlers, takes: { fence: 1 }, params },
  "operations.settle": { method: "POST", open: withId(settle), roles: settlers, takes: { fence: 1, verdict: "done", source: "other" }, params },
} as const;
