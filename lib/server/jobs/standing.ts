import "server-only";
import type { JobQueue, JobsStanding, OpenJob } from "@/lib/desk/job";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { utc } from "../db/utc";
import type { Actor } from "../operations/record";
import { listSweeps } from "../sweep/list";
import { cancelJob, resumeJob } from "./queue";
import { jobs } from "./registry";

const most = 100;

/** All background work as it stands: each kind, and what runs, waits and failed, in this order. */
export async function jobsStanding(): Promise<JobsStanding> {
  const names = jobs.map(({ name }) => name);
  const [counts, open, sweeps] = await Promise.all([
    query<{ name: string; waiting: number; running: number; failed: number; done_at: string | null }>(countStatement, [names]),
    query<Omit<OpenJob, "title">>(openStatement, [names]),
    listSweeps(),
  ]);
  const queues = jobs.map(({ name, title, scheduledInWords }): JobQueue => {
    const { waiting = 0, running = 0, failed = 0, done_at = null } = counts.find((count) => count.name === name) ?? {};
    return { name, title, schedule: scheduledInWords ?? null, waiting, running, failed, done_at };
  });
  const titles = new Map(jobs.map(({ name, title }) => [name, title]));
  return { queues, open: open.map((one) => ({ ...one, title: titles.get(one.queue) ?? one.queue })), sweeps };
}

/** Tries a job that failed once more, in the name of whoever asks; or stops one that runs or waits. Throws 409 when it stands otherwise by now. */
export async function steerJob(queue: string, id: string, action: "retry" | "cancel", by: Actor): Promise<JobsStanding> {
  if (!jobs.some(({ name }) => name === queue)) throw new ProblemError({ status: 404, code: "NO_SUCH_JOB", message: "There is no such job." });
  const steered = action === "retry" ? resumeJob(queue, id, by, { kind: "job-retried", by }) : cancelJob(queue, id, { kind: "job-cancelled", by });
  const done = await steered.catch(waitsAlready);
  if (!done) throw new ProblemError({ status: 409, code: "JOB_CHANGED", message: "This job stands otherwise by now, so nothing was done." });
  return jobsStanding();
}

/** In a queue where nothing waits twice, another one waits for the same. */
function waitsAlready(error: unknown): false {
  if ((error as { code?: unknown } | null)?.code === "23505") return false;
  throw error;
}

const stateOf = "CASE j.state WHEN 'active' THEN 'running' WHEN 'failed' THEN 'failed' ELSE 'waiting' END";

const countStatement = `
  SELECT name, (count(*) FILTER (WHERE state IN ('created', 'retry')))::int AS waiting, (count(*) FILTER (WHERE state = 'active'))::int AS running,
    (count(*) FILTER (WHERE state = 'failed'))::int AS failed, ${utc("max(completed_on) FILTER (WHERE state = 'completed')")} AS done_at
  FROM pgboss.job WHERE name = ANY ($1) GROUP BY name`;

const openStatement = `
  SELECT j.id, j.name AS queue, ${stateOf} AS state, p.name AS by, ${utc("j.created_on")} AS created_at,
    CASE WHEN j.state = 'retry' AND j.start_after > now() THEN ${utc("j.start_after")} END AS next_at,
    j.retry_count + CASE WHEN j.started_on IS NULL THEN 0 ELSE 1 END AS tries, j.output->>'code' AS code
  FROM pgboss.job j LEFT JOIN people p ON p.id::text = j.data->>'person'
  WHERE j.name = ANY ($1) AND j.state IN ('active', 'created', 'retry', 'failed')
  ORDER BY CASE j.state WHEN 'active' THEN 0 WHEN 'failed' THEN 2 ELSE 1 END, j.created_on DESC LIMIT ${most}`;
