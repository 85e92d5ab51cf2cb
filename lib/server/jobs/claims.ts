import "server-only";
import type PgBoss from "pg-boss";

import type { Role } from "@/lib/klarna/permissions";

import { query, queryOften } from "../db/client";
import type { JobData } from "./job";

/** A job that was taken to be run, until its lease runs out. */
export interface Claim {
  readonly name: string;
  readonly id: string;
  readonly data: JobData;
  readonly personId: string | undefined;
  /** pg-boss counts the runs of a job; it is what tells this run from a later one. */
  readonly fence: number;
}

/** How long a worker may be silent before its job is another's, in seconds; and how often it says that it lives. */
export const lease = { seconds: 60, renewEvery: 15 } as const;

/** The queues in which something is due now, of these. One look instead of one for each queue. */
export async function dueQueues(names: readonly string[]): Promise<readonly string[]> {
  const due = await queryOften<{ name: string }>("SELECT DISTINCT name FROM pgboss.job WHERE name = ANY($1) AND state < 'active' AND start_after <= now()", [
    names,
  ]);
  return due.map(({ name }) => name);
}

/** Takes one job of a queue, under a lease. */
export async function takeJob(boss: PgBoss, name: string): Promise<Claim | undefined> {
  const [job] = await boss.fetch<{ readonly person?: string; readonly data?: JobData }>(name, { batchSize: 1, includeMetadata: true });
  return job && { name, id: job.id, data: job.data?.data ?? {}, personId: job.data?.person, fence: job.retryCount };
}

/** Says that this run is alive. False when it is this worker's no longer: it ran out, or was paused. */
export async function renewLease(claim: Claim): Promise<boolean> {
  return changed(claim, "started_on = now()");
}

/** The role of the person that a job is run for, as of now; undefined when they were disabled. */
export async function roleOf(personId: string): Promise<Role | undefined> {
  const [person] = await query<{ role: Role }>("SELECT role FROM people WHERE id = $1 AND disabled_at IS NULL", [personId]);
  return person?.role;
}

/** Ends a run that went well. Like all that ends one, it changes nothing for a worker that was overtaken: pg-boss itself doesn't ask which run it ends. */
export async function completeJob(claim: Claim): Promise<boolean> {
  return changed(claim, "state = 'completed', completed_on = now(), output = NULL");
}

/** Hands a job back, to be gone on with by whoever looks next. */
export async function handBack(claim: Claim): Promise<boolean> {
  return changed(
    claim,
    `state = CASE WHEN ${isWaitedFor} THEN 'completed' ELSE 'retry' END::pgboss.job_state, start_after = now(), retry_limit = retry_limit + 1`,
  );
}

/** Why a run failed, in a word of ours: errors' own texts may quote what a person typed. */
export interface Failure {
  readonly code: string;
  /** Trying again wouldn't help. */
  readonly final: boolean;
}

/** Ends a run that failed: it waits to be tried again, unless it was the last try. */
export async function failJob(claim: Claim, { code, final }: Failure): Promise<boolean> {
  return changed(
    claim,
    `state = CASE WHEN ${isOver} THEN 'failed' ELSE 'retry' END::pgboss.job_state, completed_on = CASE WHEN ${isOver} THEN now() END,
     start_after = now() + least(3600, 10 * 2 ^ least(retry_count, 12)) * (0.75 + random() / 2) * interval '1 second',
     output = jsonb_build_object('code', $5::text)`,
    [final, code],
  );
}

// In a queue where nothing waits twice, the one that waits already stands for this one too.
const isWaitedFor = "EXISTS (SELECT 1 FROM pgboss.job other WHERE other.name = j.name AND other.state = 'retry' AND other.policy = 'stately')";
const isOver = `($4 OR j.retry_count >= j.retry_limit OR ${isWaitedFor})`;

async function changed({ name, id, fence }: Claim, assignments: string, values: readonly unknown[] = []): Promise<boolean> {
  const rows = await query(`UPDATE pgboss.job j SET ${assignments} WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3 RETURNING id`, [
    name,
    id,
    fence,
    ...values,
  ]);
  return rows.length > 0;
}
