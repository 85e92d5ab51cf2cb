import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { disabled, enabled } from "@/lib/klarna/notifications/announcements";

import { queryOften } from "../db/client";
import { env } from "../env";
import { connected } from "../klarna/settings";
import { underWay } from "../runs/under-way";

/** An account that is due to be read again. `fence` is of this wish as it was taken now, and never of another: who read for one that was renewed or taken since can't end it. */
export interface Reread {
  readonly environment: Environment;
  readonly accountId: string;
  readonly tries: number;
  readonly fence: number;
  /** By the database's clock, as text: what Klarna told us until then shows in this read. Later than whatever renewed the wish of this fence. */
  readonly takenAt: string;
}

/** How a statement that wishes (`INSERT INTO rereads AS r`) treats an account that is wished for already: the sooner of both counts, anew. */
export const renewWish = `
  ON CONFLICT (environment, account_id) DO UPDATE SET
    due_at = least(r.due_at, excluded.due_at), fence = excluded.fence, lease_until = NULL, run_id = NULL,
    tries = CASE WHEN excluded.due_at <= now() THEN 0 ELSE r.tries END`;

/** Longer than a read waits for its turn and for its answer. */
const leaseSeconds = 180;
/** For so long a merchant is put off at once: should nobody say that the run is over, it is due by itself, and put off anew only while the run is under way. */
const putOffSeconds = 300;
/** As many of a run's are put off at once. */
const putOffTogether = 500;

/** The events that tell of what a run itself does. */
const ownEvents = JSON.stringify({ suspend: disabled, reactivate: enabled });

/**
 * Takes what is due, under a lease: a worker that dies leaves it to the next. What a run is about is put off until the run is over: its answers have said what
 * became of each merchant, and reading them all meanwhile would take half of the rate. What Klarna tells of by itself isn't put off.
 */
export async function takeDue(most: number): Promise<readonly Reread[]> {
  const scale = env().DESK_TIME_SCALE;
  return queryOften<Reread>(takeStatement, [most, leaseSeconds * scale, putOffTogether, putOffSeconds * scale, connected(), ownEvents]);
}

const isDue = "d.environment = ANY($5) AND d.due_at <= now() AND (d.lease_until IS NULL OR d.lease_until < now())";
const runsAbout = `FROM runs u JOIN run_rows w ON w.run_id = u.id AND w.account_id = d.account_id
  WHERE u.environment = d.environment AND u.act <> 'tag' AND ${underWay("u")} AND NOT EXISTS (
    SELECT FROM webhook_events e WHERE e.environment = d.environment AND e.account_id = d.account_id AND e.processed_at IS NULL
      AND (w.state = 'waiting' OR e.event_type IS DISTINCT FROM $6::jsonb ->> u.act))`;

// What is put off isn't looked at again: thousands of them, asked about many times a second, cost more than the run itself.
// Its moment is of when the wish is held, not of when the statement began: an event that was stored in between has its fence, and would be left without a read.
const takeStatement = `
  WITH held AS (
    SELECT d.environment, d.account_id, o.run_id FROM rereads d CROSS JOIN LATERAL (SELECT u.id AS run_id ${runsAbout} LIMIT 1) o
    WHERE ${isDue} LIMIT $3 FOR UPDATE OF d SKIP LOCKED),
  put_off AS (
    UPDATE rereads r SET run_id = held.run_id, due_at = now() + make_interval(secs => $4::float8), lease_until = NULL FROM held
    WHERE r.environment = held.environment AND r.account_id = held.account_id),
  due AS (
    SELECT environment, account_id FROM rereads d WHERE ${isDue} AND NOT EXISTS (SELECT ${runsAbout})
    ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  UPDATE rereads r SET lease_until = now() + make_interval(secs => $2::float8), tries = tries + 1, fence = nextval('rereads_fence') FROM due
  WHERE r.environment = due.environment AND r.account_id = due.account_id
  RETURNING r.environment, r.account_id AS "accountId", r.tries, r.fence, clock_timestamp()::text AS "takenAt"`;

/** SQL, of a WITH: what was put off for runs is due once these are held up or over, which `ended` says by their id. */
export const putOffIsDue = `
  waiting AS (SELECT environment, account_id FROM rereads WHERE run_id IN (SELECT id FROM ended) ORDER BY 1, 2 FOR UPDATE),
  released AS (
    UPDATE rereads r SET due_at = now(), run_id = NULL FROM waiting w WHERE r.environment = w.environment AND r.account_id = w.account_id)`;

/** Ends a wish that was fulfilled, or asks again later when the account hasn't settled. A wish renewed meanwhile stays due. */
export async function finish({ environment, accountId, tries, fence }: Reread, again: boolean): Promise<void> {
  if (!again) {
    await queryOften("DELETE FROM rereads WHERE environment = $1 AND account_id = $2 AND fence = $3", [environment, accountId, fence]);
    return;
  }
  // 15 s, 30 s, 1 min … 1 h, with jitter: what Klarna takes longer over isn't settled by asking more.
  const seconds = Math.min(3_600, 15 * 2 ** Math.min(tries - 1, 10)) * (0.75 + Math.random() / 2) * env().DESK_TIME_SCALE;
  await queryOften(
    "UPDATE rereads SET lease_until = NULL, due_at = now() + make_interval(secs => $4::float8) WHERE environment = $1 AND account_id = $2 AND fence = $3",
    [environment, accountId, fence, seconds],
  );
}
