import { GET as importFailures } from "@/app/api/desk/imports/[id]/failures/route";
import { POST as steerImport } from "@/app/api/desk/imports/[id]/route";
import { POST as checkImport } from "@/app/api/desk/imports/check/route";
import { GET as listImports, POST as startImport } from "@/app/api/desk/imports/route";

import { mostImportBytes } from "@/lib/server/imports/input";

import { withId } from "./directory-doors";

const params = { id: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86" };
const account_id = "krn:partner:global:account:test:LWT2XJSE";
const onboarders = ["admin", "operations"] as const;

/** The doors of bringing accounts in: who may open each, and what it takes. */
export const importDoors = {
  "imports.check": { method: "POST", open: checkImport, roles: onboarders, takes: { environment: "test", text: account_id }, mostBytes: mostImportBytes },
  "imports.list": { method: "GET", open: listImports, roles: onboarders, takes: { environment: "test" } },
  "imports.start": { method: "POST", open: startImport, roles: onboarders, takes: { environment: "test", text: account_id }, mostBytes: mostImportBytes },
  "imports.steer": { method: "POST", open: withId(steerImport), roles: onboarders, takes: { environment: "test", action: "pause" }, params },
  "imports.failures": { method: "GET", open: withId(importFailures), roles: onboarders, takes: { environment: "test" }, params },
} as const;
