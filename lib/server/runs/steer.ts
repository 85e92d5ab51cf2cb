import "server-only";
import type { Run, RunState } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { wake } from "../jobs/wake";
import { putOffIsDue } from "../merchants/rereads";
import type { Session } from "../session";
import { type Confirmed, requireConfirmed } from "./confirm";
import { permitGoing, permitOrder } from "./permit";
import { findRun } from "./standing";

/** What a person can do with a run. */
export type RunAction = "pause" | "resume" | "cancel" | "retry";

/**
 * Pauses a run, goes on with it, cancels it, or tries again what failed of it; the last two of these in the name of whoever does so, who must be allowed to do it to one
 * merchant. What was done stays done. Throws 409 when it stands otherwise by now.
 */
export async function steerRun(session: Session, environment: Environment, id: string, action: RunAction, confirmed: Partial<Confirmed> = {}): Promise<Run> {
  const run = await findRun(environment, id);
  const permit = action === "resume" || action === "retry" ? permitGoing : permitOrder;
  await permit(session, environment, run.act, "runs.steer");
  if (!possible[action].includes(run.state)) throw changed();
  if (action === "retry") requireConfirmed({ count: 0, ...confirmed }, run.counts.failed);
  const detail = { run: id, ...(action === "retry" && { merchants: run.counts.failed }) };
  const done = await query(
    `WITH ${steps[action]}
     INSERT INTO audit_entries (kind, person_id, role, environment, detail) SELECT $3, $2::uuid, $4, $5, $6::jsonb FROM changed RETURNING id`,
    [id, session.personId, kinds[action], session.role, environment, JSON.stringify(detail)],
  );
  if (done.length === 0) throw changed();
  wake();
  return findRun(environment, id);
}

const possible: Readonly<Record<RunAction, readonly RunState[]>> = {
  pause: ["waiting", "running"],
  resume: ["paused", "stopped"],
  cancel: ["scheduled", "waiting", "running", "paused", "stopped"],
  retry: ["done"],
};

const kinds = { pause: "run-paused", resume: "run-resumed", cancel: "run-cancelled", retry: "run-retried" } as const;

const open = "finished_at IS NULL AND cancelled_at IS NULL";
const goOn = "paused_at = NULL, stopped = NULL, person_id = $2, went_on_at = now()";
/** SQL of what is done with the run $1, by the person $2: `changed` has it where it still stood so that it could be. */
const steps: Readonly<Record<RunAction, string>> = {
  pause: hold("paused_at", "paused_at IS NULL AND stopped IS NULL"),
  cancel: hold("cancelled_at", "true"),
  resume: `changed AS (UPDATE runs SET ${goOn} WHERE id = $1 AND ${open} AND (paused_at IS NOT NULL OR stopped IS NOT NULL) RETURNING id)`,
  // One statement: who looks in between sees either what failed, or a run that goes on.
  retry: `again AS (
      UPDATE run_rows SET state = 'waiting', tries = 0, due_at = now(), code = NULL, said = NULL, error_id = NULL, settled_at = NULL
      WHERE run_id = $1 AND state = 'failed' RETURNING 1),
    changed AS (UPDATE runs SET finished_at = NULL, ${goOn} WHERE id = $1 AND cancelled_at IS NULL AND EXISTS (SELECT FROM again) RETURNING id)`,
};

function hold(since: "paused_at" | "cancelled_at", where: string): string {
  return `ended AS (UPDATE runs SET ${since} = now() WHERE id = $1 AND ${open} AND ${where} RETURNING id), ${putOffIsDue}, changed AS (SELECT id FROM ended)`;
}

function changed(): ProblemError {
  return new ProblemError({ status: 409, code: "RUN_CHANGED", message: "This run stands otherwise by now, so nothing was done. Look at it again." });
}
