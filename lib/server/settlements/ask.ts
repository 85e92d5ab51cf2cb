import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { settlements } from "@/lib/klarna/operations/settlements";
import { ProblemError } from "@/lib/klarna/problem";

import { appendAudit } from "../audit";
import { query } from "../db/client";
import { sendJob } from "../jobs/queue";
import { read } from "../operations/read";
import type { Actor } from "../operations/record";
import { loadSettlements } from "./job";

/** Asks Klarna for a settlement by its id, keeps what it says, and wants its report. Throws Klarna's refusal for one that it doesn't know. */
export async function lookUpSettlement(environment: Environment, settlementId: string): Promise<void> {
  await read({ environment, operation: settlements.get, params: { settlement_id: settlementId } }, "interactive");
  await want(environment, settlementId, false);
}

/** Wants the report of a settlement that the desk knows to be read again; one that differs from what is loaded takes its place only where `replaces` is said. */
export async function wantReport(environment: Environment, settlementId: string, replaces: boolean, by: Actor): Promise<void> {
  if (replaces) await appendAudit({ kind: "settlement-report-replaced", by, environment, detail: { settlement: settlementId } });
  if (await want(environment, settlementId, replaces)) return;
  throw new ProblemError({ status: 404, code: "NO_SUCH_SETTLEMENT", message: "The desk doesn't know this settlement. Look it up at Klarna by its id." });
}

async function want(environment: Environment, settlementId: string, replaces: boolean): Promise<boolean> {
  const rows = await query(
    `UPDATE settlements SET wanted_at = now(), tries = 0, replaces = $3 WHERE environment = $1 AND settlement_id = $2
     RETURNING settlement_id`,
    [environment, settlementId, replaces],
  );
  if (rows.length > 0) await sendJob(loadSettlements, { data: {} });
  return rows.length > 0;
}
