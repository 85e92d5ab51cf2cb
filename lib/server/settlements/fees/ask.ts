import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../../db/client";
import { sendJob } from "../../jobs/queue";
import { auditFees } from "./job";

/** Wants the fees of a loaded settlement to be held against the price plans again. What was found before stands until then. Throws 409 while nothing is loaded. */
export async function wantFeeAudit(environment: Environment, settlementId: string): Promise<void> {
  const rows = await query(
    `INSERT INTO fee_audits (load_id, wanted_at) SELECT load_id, now() FROM settlements WHERE environment = $1 AND settlement_id = $2 AND load_id IS NOT NULL
     ON CONFLICT (load_id) DO UPDATE SET wanted_at = now(), tries = 0 RETURNING load_id`,
    [environment, settlementId],
  );
  if (rows.length === 0)
    throw new ProblemError({ status: 409, code: "NOT_LOADED", message: "This settlement's report isn't loaded yet, so there are no fees to look at." });
  await sendJob(auditFees, { data: {} });
}
