import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type PgBoss from "pg-boss";

import type { AuditKind } from "../audit";
import { query } from "../db/client";
import type { Actor } from "../operations/record";
import { sendingBoss } from "./boss";
import { lease } from "./claims";
import type { Job, JobData } from "./job";
import { wake } from "./wake";

/** What is sent: ids only, and in whose name. */
export interface Sending {
  /** Its name for ever: the same job is never in its queue twice. Made up when left out. */
  readonly id?: string;
  readonly data: JobData;
  readonly by?: Actor | undefined;
}

/** Puts a job into its queue; some worker runs it as soon as it can. False when this one is, or was lately, in the queue already. */
export async function sendJob(job: Job, { id, data, by }: Sending): Promise<boolean> {
  const boss = await sendingBoss();
  await ensureQueue(boss, job);
  const sent = await boss.send(job.name, { data, ...(by && { person: by.personId }) }, { retryLimit: job.retries, ...(id !== undefined && { id }) });
  wake();
  return sent !== null;
}

/** Stops a job that waits or runs. A worker that runs it notices within seconds, and ends in order. `noted` is written down with it. */
export async function cancelJob(name: string, id: string, noted?: Noted): Promise<boolean> {
  return changed(name, id, "'created', 'retry', 'active'", "state = 'cancelled', completed_on = now()", undefined, noted);
}

/** Goes on with a job that was stopped or that failed, now; in the name of whoever asks for it, where it was run in somebody's. */
export async function resumeJob(name: string, id: string, by?: Actor, noted?: Noted): Promise<boolean> {
  const inName = "data = CASE WHEN $3::text IS NULL OR data->'person' IS NULL THEN data ELSE data || jsonb_build_object('person', $3::text) END";
  const again = `state = 'created', completed_on = NULL, start_after = now(), retry_limit = retry_limit + 1, ${inName}`;
  return changed(name, id, "'cancelled', 'failed'", again, by?.personId, noted);
}

/** What the audit log is to say of it, and who did it. */
export interface Noted {
  readonly kind: AuditKind;
  readonly by: Actor;
}

async function changed(name: string, id: string, from: string, assignments: string, person?: string, noted?: Noted): Promise<boolean> {
  const rows = await query(
    `WITH given AS (SELECT $3::text), done AS (UPDATE pgboss.job SET ${assignments} WHERE name = $1 AND id = $2 AND state IN (${from}) RETURNING id),
     noted AS (
       INSERT INTO audit_entries (kind, person_id, role, operation, detail)
       SELECT $4, $5::uuid, $6, 'job ' || $1, jsonb_build_object('job', id) FROM done WHERE $4::text IS NOT NULL)
     SELECT id FROM done`,
    [name, id, person ?? null, noted?.kind ?? null, noted?.by.personId ?? null, noted?.by.role ?? null],
  );
  wake();
  return rows.length > 0;
}

/** Makes a job's queue if there is none. What begins by itself waits and runs once at a time. */
export async function ensureQueue(boss: PgBoss, { name, schedule, retries }: Job): Promise<void> {
  if (made.has(name)) return;
  const make = () => boss.createQueue(name, { name, policy: schedule ? "stately" : "standard", retryLimit: retries, expireInSeconds: lease.seconds });
  for (let tries = 1; !made.has(name); tries += 1) {
    try {
      await make();
      made.add(name);
    } catch (error) {
      if ((error as { code?: unknown } | null)?.code !== lockedOut || tries === mostTries) throw error;
      await sleep(Math.random() * 500);
    }
  }
}

// Making a queue alters tables: of two processes that begin at once, each with many queues, the database may end one's again and again so that the other's goes on.
const lockedOut = "40P01";
const mostTries = 10;

const made = new Set<string>();
