import "server-only";
import type { Import, ImportState } from "@/lib/desk/import";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { rateStandings } from "../klarna/standings";

const most = 20;

/** The latest imports of an environment, the newest first. */
export async function listImports(environment: Environment): Promise<readonly Import[]> {
  return standing(`i.environment = $1 ORDER BY i.created_at DESC LIMIT ${most}`, [environment]);
}

/** How one import stands. Throws 404 when there is none. */
export async function findImport(environment: Environment, id: string): Promise<Import> {
  const [found] = await standing("i.environment = $1 AND i.id = $2", [environment, id]);
  if (!found) throw new ProblemError({ status: 404, code: "NO_SUCH_IMPORT", message: "There is no such import here." });
  return found;
}

interface Row extends Omit<Import, "state" | "rate"> {
  readonly job: string | null;
  readonly cancelled: boolean;
}

async function standing(which: string, values: readonly unknown[]): Promise<readonly Import[]> {
  const [rows, lanes] = await Promise.all([query<Row>(`${standingStatement} WHERE ${which}`, values), rateStandings()]);
  return rows.map(({ job, cancelled, ...row }) => {
    const rate = lanes.find(({ environment, lane }) => environment === row.environment && lane === "management")?.allowed ?? null;
    return { ...row, rate, state: cancelled ? "cancelled" : row.finished_at !== null ? "done" : (states.get(job ?? "") ?? "paused") };
  });
}

/** What the job's state says; one that nobody has sent, or that was put away, is gone on with like a paused one. */
const states: ReadonlyMap<string, ImportState> = new Map([
  ["created", "waiting"],
  ["retry", "waiting"],
  ["active", "running"],
  ["cancelled", "paused"],
  ["failed", "stopped"],
]);

const standingStatement = `
  SELECT i.id, i.environment, p.name AS by, ${utc("i.created_at")} AS created_at, ${utc("i.finished_at")} AS finished_at, i.known,
    i.cancelled_at IS NOT NULL AS cancelled, j.state::text AS job, j.output->>'code' AS code,
    rows.total, rows.read, rows.failed, rows.faulty
  FROM imports i
  LEFT JOIN people p ON p.id = i.person_id
  LEFT JOIN pgboss.job j ON j.name = 'import' AND j.id = i.id
  CROSS JOIN LATERAL (
    SELECT count(account_id)::int AS total, (count(*) FILTER (WHERE state = 'read'))::int AS read,
      (count(account_id) FILTER (WHERE state = 'failed'))::int AS failed, (count(*) FILTER (WHERE account_id IS NULL))::int AS faulty
    FROM import_rows WHERE import_id = i.id) rows`;
