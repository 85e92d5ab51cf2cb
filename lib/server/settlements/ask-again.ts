import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { settlements } from "@/lib/klarna/operations/settlements";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import type { Job } from "../jobs/job";
import { passes } from "../jobs/readers";
import { connected } from "../klarna/settings";
import { read } from "../operations/read";
import { isLate } from "./standing";

/** Asks Klarna again, once a day, about settlements that should have been paid out: no webhook tells when they are. Only what Klarna says in short; no report is read. */
export const askUnpaid: Job = {
  name: "settlements.unpaid",
  title: "Asks again about settlements that aren't paid out",
  schedule: "25 * * * *",
  scheduledInWords: "Each once a day; looked after every hour",
  retries: 3,
  run: async (_, run) => {
    const due = await query<{ environment: Environment; settlement_id: string }>(dueStatement, [connected()]);
    for (const { environment, settlement_id } of due) {
      if (!run.holds()) return "later";
      await ask(environment, settlement_id);
    }
    return undefined;
  },
};

/** One that Klarna no longer knows, or can't answer for, isn't asked about again before tomorrow. Throws when Klarna is away. */
async function ask(environment: Environment, settlementId: string): Promise<void> {
  try {
    await read({ environment, operation: settlements.get, params: { settlement_id: settlementId } }, "background");
  } catch (error) {
    if (!(error instanceof ProblemError) || passes(error)) throw error;
    await query("UPDATE settlements SET seen_at = now() WHERE environment = $1 AND settlement_id = $2", [environment, settlementId]);
  }
}

const dueStatement = `
  SELECT s.environment, s.settlement_id FROM settlements s
  WHERE ${isLate} AND s.environment = ANY($1::text[]) AND s.wanted_at IS NULL AND coalesce(s.seen_at, s.known_since) < now() - interval '1 day'
  ORDER BY s.seen_at NULLS FIRST LIMIT 200`;
