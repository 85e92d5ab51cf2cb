import { GET as finance } from "@/app/api/desk/finance/route";
import { POST as accept } from "@/app/api/desk/settlements/[settlement_id]/accept/route";
import { GET as candidates } from "@/app/api/desk/settlements/[settlement_id]/candidates/route";
import { POST as checkFees } from "@/app/api/desk/settlements/[settlement_id]/fees/check/route";
import { GET as feeSheet } from "@/app/api/desk/settlements/[settlement_id]/fees/csv/route";
import { GET as feeLines } from "@/app/api/desk/settlements/[settlement_id]/fees/lines/route";
import { GET as feeMerchants } from "@/app/api/desk/settlements/[settlement_id]/fees/merchants/route";
import { GET as fees } from "@/app/api/desk/settlements/[settlement_id]/fees/route";
import { GET as lines } from "@/app/api/desk/settlements/[settlement_id]/lines/route";
import { POST as load } from "@/app/api/desk/settlements/[settlement_id]/load/route";
import { GET as merchants } from "@/app/api/desk/settlements/[settlement_id]/merchants/route";
import { GET as report } from "@/app/api/desk/settlements/[settlement_id]/report/route";
import { GET as detail } from "@/app/api/desk/settlements/[settlement_id]/route";
import { GET as spreadsheet } from "@/app/api/desk/settlements/[settlement_id]/spreadsheet/route";
import { GET as csv } from "@/app/api/desk/settlements/csv/route";
import { POST as importReport } from "@/app/api/desk/settlements/import/route";
import { POST as lookUp } from "@/app/api/desk/settlements/look-up/route";
import { GET as payment } from "@/app/api/desk/settlements/payment/route";
import { GET as list } from "@/app/api/desk/settlements/route";

import { withId } from "./directory-doors";

const readers = ["admin", "finance", "auditor"] as const;
const params = { settlement_id: "XD65-113574395" };
const takes = { environment: "test" };

/** The doors of settlements: who may open each, and what it takes. */
export const settlementDoors = {
  finance: { method: "GET", open: finance, roles: readers, takes: { ...takes, weeks: "4", until: "2026-10-12" } },
  "settlements.csv": { method: "GET", open: csv, roles: readers, takes },
  "settlements.list": { method: "GET", open: list, roles: readers, takes },
  "settlements.look-up": { method: "POST", open: lookUp, roles: readers, takes: { ...takes, ...params } },
  // A file in place of JSON: see settlements/import.test.ts.
  "settlements.import": { method: "POST", open: importReport, roles: ["admin", "finance"], takes, mostBytes: Number.POSITIVE_INFINITY },
  "settlements.payment": { method: "GET", open: payment, roles: readers, takes: { ...takes, payment_id: "krn:payment:1" } },
  "settlements.detail": { method: "GET", open: withId(detail), roles: readers, takes, params },
  "settlements.lines": { method: "GET", open: withId(lines), roles: readers, takes: { ...takes, type: "SALE" }, params },
  "settlements.merchants": { method: "GET", open: withId(merchants), roles: readers, takes, params },
  "settlements.candidates": { method: "GET", open: withId(candidates), roles: readers, takes: { ...takes, part: "vat_amount" }, params },
  "settlements.accept": {
    method: "POST",
    open: withId(accept),
    roles: ["admin", "finance"],
    takes: { ...takes, sha256: "0".repeat(64), chain_gap: "-4321", reason: "Klarna explained it" },
    params,
  },
  "settlements.load": { method: "POST", open: withId(load), roles: readers, takes: { ...takes, replaces: false }, params },
  "settlements.report": { method: "GET", open: withId(report), roles: readers, takes: { ...takes, check: "yes" }, params },
  "settlements.fees": { method: "GET", open: withId(fees), roles: readers, takes, params },
  "settlements.fee-merchants": { method: "GET", open: withId(feeMerchants), roles: readers, takes, params },
  "settlements.fee-lines": { method: "GET", open: withId(feeLines), roles: readers, takes: { ...takes, account: "krn:partner:account:1" }, params },
  "settlements.fee-csv": { method: "GET", open: withId(feeSheet), roles: readers, takes, params },
  "settlements.fee-check": { method: "POST", open: withId(checkFees), roles: readers, takes, params },
  "settlements.spreadsheet": { method: "GET", open: withId(spreadsheet), roles: readers, takes, params },
} as const;
