import { z } from "zod";

import { resource } from "../operation";
import { strict } from "../strict";
import { period, reference } from "./fields";

const all = "/settlements/v1/reports";
const one = strict({ payment_reference: reference() });
const shared = { method: "GET", permission: "settlements:export", output: z.unknown() } as const;

/** Klarna's own papers: of a payout or a period, the lines as CSV or the sums as PDF. Bodies are streamed, never parsed. */
export const payoutReports = resource("payoutReports", {
  csv: { ...shared, path: `${all}/payout-with-transactions`, query: one },
  pdf: { ...shared, path: `${all}/payout`, query: one },
  periodCsv: { ...shared, path: `${all}/payouts-summary-with-transactions`, query: period },
  periodPdf: { ...shared, path: `${all}/payouts-summary`, query: period },
});
