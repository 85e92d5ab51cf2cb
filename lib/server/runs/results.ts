import "server-only";
import type { RunResult, RunResultPage, RunRowState } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";

import { unseal } from "../crypto";
import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { saidOf } from "./settle-row";
import { findRun } from "./standing";

const pageSize = 50;

interface Asked {
  readonly environment: Environment;
  readonly run_id: string;
  readonly state?: RunRowState | undefined;
  readonly after?: string | undefined;
}

/** What became of the merchants of a run, a page at a time, in the order in which they have their turns. Throws 404 when there is no such run. */
export async function runResults({ environment, run_id, state, after }: Asked): Promise<RunResultPage> {
  await findRun(environment, run_id);
  const [line = "0"] = after === undefined ? [] : readCursor(after, ["int"]);
  const rows = await resultsAfter(environment, run_id, Number(line), pageSize + 1, state);
  const results = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? results.at(-1) : undefined;
  return { results, next: last ? writeCursor([String(last.line)]) : null };
}

/** The results from a line on, as many as are wanted. */
export async function resultsAfter(
  environment: Environment,
  runId: string,
  line: number,
  most: number,
  state?: RunRowState,
): Promise<readonly (RunResult & { readonly reference: string | null })[]> {
  const rows = await query<Row>(resultsStatement, [environment, runId, line, most, state ?? null]);
  return rows.map(({ sealed, ...row }) => ({ ...row, said: sealed && unseal(saidOf(runId, row.line), sealed) }));
}

interface Row extends Omit<RunResult, "said"> {
  readonly reference: string | null;
  readonly sealed: Buffer | null;
}

const resultsStatement = `
  SELECT r.line, r.account_id, coalesce(m.account_name, m.account_reference) AS name, m.account_reference AS reference, r.state, r.code, r.said AS sealed, r.error_id,
    ${utc("r.settled_at")} AS settled_at, CASE WHEN r.state = 'waiting' AND r.due_at > now() THEN ${utc("r.due_at")} END AS next_at
  FROM run_rows r LEFT JOIN merchants m ON m.environment = $1 AND m.account_id = r.account_id
  WHERE r.run_id = $2 AND r.line > $3 AND ($5::text IS NULL OR r.state = $5) ORDER BY r.line LIMIT $4`;
