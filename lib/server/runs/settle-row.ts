import "server-only";
import type { RunRowState } from "@/lib/desk/run";

import { seal } from "../crypto";
import { query } from "../db/client";
import { env } from "../env";
import { renewWish } from "../merchants/rereads";
import { together } from "../together";

/** What became of a merchant's turn. */
export interface Ending {
  readonly state: Exclude<RunRowState, "taken">;
  readonly code?: string | undefined;
  /** Klarna's words, or why nothing was sent. */
  readonly said?: string | undefined;
  readonly errorId?: string | undefined;
  /** The attempts whose outcome isn't known. */
  readonly attempts?: readonly string[] | undefined;
  /** Whether it counts as a try; and in how many seconds the next one is. */
  readonly tried?: boolean;
  readonly after?: number;
  /** Whether the merchant should be read from Klarna: what the desk knows of it doesn't agree with what Klarna said. */
  readonly look?: boolean;
}

interface Settlement extends Ending {
  readonly runId: string;
  readonly line: number;
  readonly holder: string;
}

/** Where a row's sealed words belong. */
export function saidOf(runId: string, line: number): string {
  return `run_rows.said ${runId} ${line}`;
}

/** Writes how a turn ended, unless the merchant is another worker's by now. Those that end at the same time are written by one statement. */
export const settleRow = together(async (settlements: readonly Settlement[]) => {
  const each = <Value>(of: (settlement: Settlement) => Value) => settlements.map(of);
  await query(settleStatement, [
    each(({ runId }) => runId),
    each(({ line }) => line),
    each(({ holder }) => holder),
    each(({ state }) => state),
    each(({ code }) => code ?? null),
    each(({ runId, line, said }) => (said === undefined ? null : seal(saidOf(runId, line), said))),
    each(({ errorId }) => errorId ?? null),
    each(({ attempts }) => attempts?.join(",") ?? null),
    each(({ tried }) => (tried ? 1 : 0)),
    each(({ after = 0 }) => after * env().DESK_TIME_SCALE),
    each(({ look }) => look === true),
  ]);
  return settlements.map(() => undefined);
});

const settleStatement = `
  WITH given AS (
    SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::bytea[], $7::text[], $8::text[], $9::int[], $10::float8[], $11::bool[])
      AS g (run_id, line, holder, state, code, said, error_id, attempts, tried, after, look)),
  settled AS (
    UPDATE run_rows r SET state = g.state, code = g.code, said = g.said, error_id = g.error_id, attempts = string_to_array(g.attempts, ',')::uuid[],
      tries = r.tries + g.tried, due_at = now() + make_interval(secs => g.after), settled_at = CASE WHEN g.state <> 'waiting' THEN now() END,
      holder = NULL, lease_until = NULL
    FROM given g WHERE r.run_id = g.run_id AND r.line = g.line AND r.state = 'taken' AND r.holder = g.holder
    RETURNING r.run_id, r.account_id, g.look)
  INSERT INTO rereads AS r (environment, account_id, due_at)
  SELECT DISTINCT u.environment, s.account_id, now() FROM settled s JOIN runs u ON u.id = s.run_id WHERE s.look ORDER BY 1, 2 ${renewWish}`;
