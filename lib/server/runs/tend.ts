import "server-only";
import { queryOften } from "../db/client";
import { env } from "../env";
import { sendJob } from "../jobs/queue";
import { workOnRun } from "./job";
import { settleLeftBehind } from "./left-behind";
import { finishRun } from "./rows";
import { stopRun } from "./stop";
import { underWay } from "./under-way";

/** Enough to use the whole rate where Klarna is slow, also by one process. */
const workersEach = 2;
const callAgainAfter = 5;

/**
 * Looks after the runs, in every process each second: what was unclear is settled by what became known since, and a run whose time has come, or
 * whose workers are gone, gets new ones. So nothing that happens between two steps leaves one lying.
 */
export async function tendRuns(): Promise<void> {
  await settleLeftBehind();
  await queryOften(settleStatement);
  const open = await queryOften<{ id: string; broken: string | null }>(openStatement, [workOnRun.name]);
  for (const { id, broken } of open) await (broken === null ? finishRun(id) : stopRun(id, broken));
  if (open.length === 0) return;
  for (const { id } of await queryOften<{ id: string }>(callStatement, [workOnRun.name, callAgainAfter * env().DESK_TIME_SCALE]))
    for (let worker = 0; worker < workersEach; worker += 1) await sendJob(workOnRun, { data: { run: id } });
}

// Once none of a merchant's changes is unclear any more: one that wasn't done counts for all.
const settleStatement = `
  WITH known AS (
    SELECT r.run_id, r.line, min(o.code) FILTER (WHERE o.state = 'rejected') AS code, bool_or(o.state = 'rejected') AS refused,
      min(o.error_id) FILTER (WHERE o.state = 'rejected') AS error_id
    FROM run_rows r JOIN operations o ON o.attempt = ANY(r.attempts)
    WHERE r.state = 'unclear' GROUP BY r.run_id, r.line HAVING bool_and(o.state IN ('confirmed', 'rejected')))
  UPDATE run_rows r SET state = CASE WHEN k.refused THEN 'failed' ELSE 'done' END, code = k.code, error_id = k.error_id, said = NULL, attempts = NULL,
    settled_at = now()
  FROM known k WHERE r.run_id = k.run_id AND r.line = k.line AND r.state = 'unclear'`;

const workers = "pgboss.job j WHERE j.name = $1 AND j.data->'data'->>'run' = u.id::text";
const alive = `EXISTS (SELECT FROM ${workers} AND j.state IN ('created', 'retry', 'active'))`;

// One whose workers all failed, or were stopped by an admin, isn't called for again and again.
const openStatement = `
  SELECT u.id, CASE WHEN NOT ${alive} THEN
      (SELECT coalesce(j.output->>'code', 'STOPPED') FROM ${workers} AND j.state IN ('failed', 'cancelled') AND j.created_on >= u.went_on_at LIMIT 1) END AS broken
  FROM runs u WHERE ${underWay("u")}`;

const callStatement = `
  UPDATE runs u SET called_at = now()
  WHERE ${underWay("u")} AND (u.called_at IS NULL OR u.called_at < u.went_on_at OR u.called_at < now() - make_interval(secs => $2::float8)) AND NOT ${alive}
  RETURNING u.id`;
