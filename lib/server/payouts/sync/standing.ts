import "server-only";
import type { PayoutSync, SyncState } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../../db/client";
import { utc } from "../../db/utc";

const most = 30;

/** The latest readings of an environment's connections, the newest first. */
export async function listSyncs(environment: Environment): Promise<readonly PayoutSync[]> {
  return standing(`c.environment = $1 ORDER BY s.created_at DESC, s.id LIMIT ${most}`, [environment]);
}

/** How one reading stands. Throws 404 when there is none. */
export async function findSync(id: string): Promise<PayoutSync> {
  const [found] = await standing("s.id = $1", [id]);
  if (!found) throw new ProblemError({ status: 404, code: "NO_SUCH_SYNC", message: "There is no such reading of payouts." });
  return found;
}

/** The reading of a connection that isn't over, if there is one. */
export async function openSync(connectionId: string): Promise<string | undefined> {
  const [open] = await query<{ id: string }>("SELECT id FROM payout_syncs WHERE connection_id = $1 AND finished_at IS NULL AND cancelled_at IS NULL", [
    connectionId,
  ]);
  return open?.id;
}

interface Row extends Omit<PayoutSync, "state"> {
  readonly job: string | null;
  readonly cancelled: boolean;
}

async function standing(which: string, values: readonly unknown[]): Promise<readonly PayoutSync[]> {
  const rows = await query<Row>(`${standingStatement} WHERE ${which}`, values);
  return rows.map(({ job, cancelled, ...row }) => ({ ...row, state: stateOf(row, job, cancelled) }));
}

function stateOf({ finished_at, code }: Pick<PayoutSync, "finished_at" | "code">, job: string | null, cancelled: boolean): SyncState {
  if (cancelled) return "cancelled";
  if (finished_at !== null) return code === null ? "done" : "stopped";
  return states.get(job ?? "") ?? "paused";
}

/** What the job's state says; one that nobody has sent, or that was put away, is gone on with like a paused one. */
const states: ReadonlyMap<string, SyncState> = new Map([
  ["created", "waiting"],
  ["retry", "waiting"],
  ["active", "running"],
  ["cancelled", "paused"],
  ["failed", "stopped"],
]);

const standingStatement = `
  SELECT s.id, c.name AS connection, s.connection_id, c.environment, s.kind, p.name AS by, ${utc("s.created_at")} AS created_at,
    ${utc("s.finished_at")} AS finished_at, coalesce(s.code, j.output->>'code') AS code, ${utc("s.window_from")} AS from, ${utc("s.window_until")} AS until,
    ${utc("s.listed_until")} AS listed_until, s.calls, s.payouts, s.added, s.changed, s.lines, s.faults,
    s.cancelled_at IS NOT NULL AS cancelled, j.state::text AS job,
    CASE WHEN s.finished_at IS NULL AND s.cancelled_at IS NULL
      THEN (SELECT count(*) FROM payouts d WHERE d.connection_id = s.connection_id AND d.lines_due AND d.gone_at IS NULL) ELSE 0 END::int AS left
  FROM payout_syncs s
  JOIN payout_connections c ON c.id = s.connection_id
  LEFT JOIN people p ON p.id = s.person_id
  LEFT JOIN pgboss.job j ON j.name = 'payouts' AND j.id = s.id`;
