import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { sendJob } from "../jobs/queue";
import type { Actor } from "../operations/record";
import { sortLines } from "./check";
import { importAccounts } from "./job";

/** Takes a list in: its rows and an audit entry in one statement, then the job that reads them. `by` is nobody on the command line. Answers its id. */
export async function startImport(environment: Environment, text: string, by: Actor | undefined): Promise<{ readonly id: string }> {
  const { lines, added, known } = await sortLines(environment, text);
  if (added.length === 0)
    throw new ProblemError({
      status: 400,
      code: "INVALID_INPUT",
      message: "There is nothing to read: no line holds an id of this environment that the desk doesn't know and may read.",
    });
  const faulty = lines.filter(({ fault }) => fault !== undefined);
  const [made] = await query<{ id: string }>(startStatement, [
    environment,
    by?.personId ?? null,
    by?.role ?? null,
    known.length,
    added.map(({ line }) => line),
    added.map(({ accountId }) => accountId),
    faulty.map(({ line }) => line),
    faulty.map(({ fault }) => fault),
    JSON.stringify({ new: added.length, known: known.length, wrong: faulty.length }),
  ]);
  if (!made) throw new Error("The import wasn't kept.");
  await sendJob(importAccounts, { id: made.id, data: { import: made.id }, by });
  return made;
}

const startStatement = `
  WITH made AS (INSERT INTO imports (environment, person_id, known) VALUES ($1, $2, $4) RETURNING id),
  ids AS (INSERT INTO import_rows (import_id, line, account_id, state) SELECT made.id, r.line, r.id, 'waiting' FROM made, unnest($5::int[], $6::text[]) r (line, id)),
  faults AS (INSERT INTO import_rows (import_id, line, state, fault) SELECT made.id, r.line, 'failed', r.fault FROM made, unnest($7::int[], $8::text[]) r (line, fault)),
  noted AS (
    INSERT INTO audit_entries (kind, person_id, role, environment, detail)
    SELECT 'accounts-imported', $2, $3, $1, $9::jsonb || jsonb_build_object('import', id) FROM made)
  SELECT id FROM made`;
