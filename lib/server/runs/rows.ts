import "server-only";
import { query } from "../db/client";
import { putOffIsDue } from "../merchants/rereads";
import { rowLease } from "./lease";
import { type Ending, settleRow } from "./settle-row";
import { underWay } from "./under-way";

/** A merchant of a run that a worker has taken. */
export interface Taken {
  readonly line: number;
  readonly accountId: string;
  /** How often it was taken, this time counted in. */
  readonly takes: number;
  readonly tries: number;
}

/** The rows of a run as one worker may touch them: what another has taken since, because this one was silent for too long, is out of its reach. */
export class Rows {
  readonly holder = crypto.randomUUID();

  constructor(readonly runId: string) {}

  /** Takes the next that are due, or that whoever had them has left; none while the run is held up. */
  take(most: number): Promise<readonly Taken[]> {
    return query<Taken>(takeStatement, [this.runId, this.holder, rowLease(), most]);
  }

  /** Says that what was taken is still being worked on. */
  async renew(): Promise<void> {
    await query("UPDATE run_rows SET lease_until = now() + make_interval(secs => $3::float8) WHERE run_id = $1 AND holder = $2 AND state = 'taken'", [
      this.runId,
      this.holder,
      rowLease(),
    ]);
  }

  /** Writes how it ended, or that it waits for another turn; nothing when it is another's by now. */
  async settle({ line }: Taken, ending: Ending): Promise<void> {
    await settleRow({ runId: this.runId, line, holder: this.holder, ...ending });
  }

  /** Whether there is more to do, now or later, as long as the run isn't held up. */
  async left(): Promise<boolean> {
    const rows = await query(
      `SELECT 1 FROM runs u WHERE u.id = $1 AND ${underWay("u")} AND EXISTS (SELECT FROM run_rows WHERE run_id = u.id AND state IN ('waiting', 'taken'))`,
      [this.runId],
    );
    return rows.length > 0;
  }
}

/** Ends a run of which nothing is left to do. */
export async function finishRun(runId: string): Promise<void> {
  await query(
    `WITH ended AS (
       UPDATE runs SET finished_at = now() WHERE id = $1 AND finished_at IS NULL AND cancelled_at IS NULL
         AND NOT EXISTS (SELECT FROM run_rows WHERE run_id = $1 AND state IN ('waiting', 'taken')) RETURNING id),
     ${putOffIsDue} SELECT`,
    [runId],
  );
}

// Chosen in a WITH: in a subquery they might be chosen again for every row, and be more than `most`.
const takeStatement = `
  WITH next AS (
    SELECT r.line FROM run_rows r JOIN runs u ON u.id = r.run_id
    WHERE r.run_id = $1 AND ${underWay("u")}
      AND r.state IN ('waiting', 'taken') AND ((r.state = 'waiting' AND r.due_at <= now()) OR (r.state = 'taken' AND r.lease_until < now()))
    ORDER BY r.line LIMIT $4 FOR UPDATE OF r SKIP LOCKED)
  UPDATE run_rows r SET state = 'taken', holder = $2, lease_until = now() + make_interval(secs => $3::float8), takes = takes + 1
  FROM next WHERE r.run_id = $1 AND r.line = next.line RETURNING r.line, r.account_id AS "accountId", r.takes, r.tries`;
