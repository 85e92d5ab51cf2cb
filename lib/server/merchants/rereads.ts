import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { env } from "../env";
import { underWay } from "../runs/under-way";

/** An account that is due to be read again. `fence` rises with every new wish, so a read that began before it can't end it. */
export interface Reread {
  readonly environment: Environment;
  readonly accountId: string;
  readonly tries: number;
  readonly fence: number;
  /** By the database's clock, as text: what Klarna told us until then shows in this read. */
  readonly takenAt: string;
}

/** How a statement that wishes (`INSERT INTO rereads AS r`) treats an account that is wished for already: the sooner of both counts, anew. */
export const renewWish = `
  ON CONFLICT (environment, account_id) DO UPDATE SET
    due_at = least(r.due_at, excluded.due_at), fence = r.fence + 1, lease_until = NULL,
    tries = CASE WHEN excluded.due_at <= now() THEN 0 ELSE r.tries END`;

const leaseSeconds = 90;

/**
 * Takes what is due, under a lease: a worker that dies leaves it to the next. What a run is about is read when the run is over: its answers have said what
 * became of each merchant, and reading them all meanwhile would take half of the rate.
 */
export async function takeDue(most: number): Promise<readonly Reread[]> {
  return query<Reread>(
    `WITH due AS (
       SELECT environment, account_id FROM rereads d WHERE due_at <= now() AND (lease_until IS NULL OR lease_until < now())
         AND NOT EXISTS (SELECT FROM runs u JOIN run_rows r ON r.run_id = u.id AND r.account_id = d.account_id
           WHERE u.environment = d.environment AND u.act <> 'tag' AND ${underWay("u")})
       ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
     UPDATE rereads r SET lease_until = now() + make_interval(secs => $2::float8), tries = tries + 1 FROM due
     WHERE r.environment = due.environment AND r.account_id = due.account_id
     RETURNING r.environment, r.account_id AS "accountId", r.tries, r.fence, now()::text AS "takenAt"`,
    [most, leaseSeconds * env().DESK_TIME_SCALE],
  );
}

/** Ends a wish that was fulfilled, or asks again later when the account hasn't settled. A wish renewed meanwhile stays due. */
export async function finish({ environment, accountId, tries, fence }: Reread, again: boolean): Promise<void> {
  if (!again) {
    await query("DELETE FROM rereads WHERE environment = $1 AND account_id = $2 AND fence = $3", [environment, accountId, fence]);
    return;
  }
  // 15 s, 30 s, 1 min … 1 h, with jitter: what Klarna takes longer over isn't settled by asking more.
  const seconds = Math.min(3_600, 15 * 2 ** Math.min(tries - 1, 10)) * (0.75 + Math.random() / 2) * env().DESK_TIME_SCALE;
  await query(
    "UPDATE rereads SET lease_until = NULL, due_at = now() + make_interval(secs => $4::float8) WHERE environment = $1 AND account_id = $2 AND fence = $3",
    [environment, accountId, fence, seconds],
  );
}
