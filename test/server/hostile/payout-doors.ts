import { POST as readPayout } from "@/app/api/desk/payouts/[payment_reference]/read/route";
import { GET as report } from "@/app/api/desk/payouts/[payment_reference]/report/route";
import { PUT as changeConnection, DELETE as removeConnection } from "@/app/api/desk/payouts/connections/[id]/route";
import { POST as testConnection } from "@/app/api/desk/payouts/connections/[id]/test/route";
import { POST as addConnection, GET as listConnections } from "@/app/api/desk/payouts/connections/route";
import { POST as tryConnection } from "@/app/api/desk/payouts/connections/test/route";
import { GET as csv } from "@/app/api/desk/payouts/csv/route";
import { GET as periodReport } from "@/app/api/desk/payouts/reports/route";
import { POST as steerSync } from "@/app/api/desk/payouts/syncs/[id]/route";
import { GET as listSyncs, POST as startSync } from "@/app/api/desk/payouts/syncs/route";

import { withId } from "./directory-doors";

const params = { id: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86" };
const named = { payment_reference: "XISA93DJ" };
const admins = ["admin"] as const;
const readers = ["admin", "finance", "auditor"] as const;
const environment = "test";
const api_key = "klarna_test_api_made_up";
const facts = { name: "a shop", start_date: "2026-01-01" };

/** The doors to payouts: who may open each, and what it takes. */
export const payoutDoors = {
  "payouts.csv": { method: "GET", open: csv, roles: readers, takes: { environment, proof: "odd" } },
  "payouts.read": { method: "POST", open: withId(readPayout), roles: readers, takes: { environment }, params: named },
  "payouts.report": { method: "GET", open: withId(report), roles: readers, takes: { environment, format: "pdf" }, params: named },
  "payouts.periodReport": {
    method: "GET",
    open: periodReport,
    roles: readers,
    takes: { connection: params.id, from: "2026-01-01", to: "2026-01-31", format: "csv" },
  },
  "payoutConnections.list": { method: "GET", open: listConnections, roles: admins, takes: {} },
  "payoutConnections.add": { method: "POST", open: addConnection, roles: admins, takes: { environment, region: "eu", api_key, ...facts } },
  "payoutConnections.try": { method: "POST", open: tryConnection, roles: admins, takes: { environment, region: "eu", api_key } },
  "payoutConnections.change": { method: "PUT", open: withId(changeConnection), roles: admins, takes: { environment, ...facts }, params },
  "payoutConnections.remove": { method: "DELETE", open: withId(removeConnection), roles: admins, takes: {}, params },
  "payoutConnections.test": { method: "POST", open: withId(testConnection), roles: admins, takes: {}, params },
  "payoutSyncs.list": { method: "GET", open: listSyncs, roles: readers, takes: { environment } },
  "payoutSyncs.start": { method: "POST", open: startSync, roles: readers, takes: { connection: params.id, kind: "incremental" } },
  "payoutSyncs.steer": { method: "POST", open: withId(steerSync), roles: readers, takes: { action: "pause" }, params },
} as const;
