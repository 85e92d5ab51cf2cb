import "server-only";
import type { DirectoryProduct } from "@/lib/desk/merchant";

import { query, queryOften } from "../db/client";
import { attemptsOf, type OfRun } from "./attempts";

interface Left extends OfRun {
  readonly line: number;
  readonly products: readonly DirectoryProduct[] | null;
  readonly cancelled: boolean;
}

/**
 * Says how it stands with merchants whose worker died and that no other takes, since their run was paused, cancelled or has stopped: nothing was begun, or nobody
 * knows yet what became of it. Of one with several products a part may have been begun: as long as the run can go on, that is left to it.
 */
export async function settleLeftBehind(): Promise<void> {
  const left = await queryOften<Left>(leftStatement);
  if (left.length === 0) return;
  const recorded = await recordedOf(left.flatMap((row) => attemptsOf(row, row.products)));
  const known = left.flatMap((row) => {
    const own = attemptsOf(row, row.products);
    const begun = own.filter((attempt) => recorded.has(attempt));
    return begun.length === 0 || row.cancelled || begun.length === own.length ? [{ row, begun }] : [];
  });
  await query(settleStatement, [
    known.map(({ row }) => row.runId),
    known.map(({ row }) => row.line),
    known.map(({ begun }) => (begun.length > 0 ? begun.join(",") : null)),
  ]);
}

async function recordedOf(attempts: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query<{ attempt: string }>("SELECT attempt FROM operations WHERE attempt = ANY($1::uuid[])", [attempts]);
  return new Set(rows.map(({ attempt }) => attempt));
}

// Asked each second: run by run, so that it is a look into an index and not into all rows of all runs. OFFSET 0 keeps it so.
const leftStatement = `
  SELECT u.id AS "runId", u.act, u.cancelled_at IS NOT NULL AS cancelled, r.line, r.account_id AS "accountId", m.products
  FROM runs u CROSS JOIN LATERAL (SELECT line, account_id FROM run_rows WHERE run_id = u.id AND state = 'taken' AND lease_until < now() OFFSET 0) r
    LEFT JOIN merchants m ON m.environment = u.environment AND m.account_id = r.account_id
  WHERE u.finished_at IS NULL AND (u.cancelled_at IS NOT NULL OR u.paused_at IS NOT NULL OR u.stopped IS NOT NULL)`;

const settleStatement = `
  UPDATE run_rows r SET state = CASE WHEN g.attempts IS NULL THEN 'waiting' ELSE 'unclear' END, attempts = string_to_array(g.attempts, ',')::uuid[],
    settled_at = CASE WHEN g.attempts IS NOT NULL THEN now() END, holder = NULL, lease_until = NULL
  FROM unnest($1::uuid[], $2::int[], $3::text[]) AS g (run_id, line, attempts)
  WHERE r.run_id = g.run_id AND r.line = g.line AND r.state = 'taken' AND r.lease_until < now()`;
