import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { env } from "../env";

/** An account that a sweep is to read. */
export interface Swept {
  readonly accountId: string;
  readonly tries: number;
}

/** What a night's sweep has still to read, the longest unseen first. An account that was read is seen, and so it is out of the way: there is nothing else to remember. */
export class Accounts {
  private readonly onTheWay = new Set<string>();

  constructor(
    private readonly environment: Environment,
    private readonly night: string,
  ) {}

  async take(most: number): Promise<readonly Swept[]> {
    const taken = await query<Swept>(takeStatement, [this.environment, this.night, [...this.onTheWay], most]);
    for (const { accountId } of taken) this.onTheWay.add(accountId);
    return taken;
  }

  /** It isn't on its way any more. */
  done({ accountId }: Swept): void {
    this.onTheWay.delete(accountId);
  }

  /** It couldn't be read: to be tried again later, or not again this night where there is a code. */
  async missed({ accountId, tries }: Swept, code: string | undefined): Promise<void> {
    const seconds = 10 * 2 ** tries * env().DESK_TIME_SCALE;
    await query(
      `INSERT INTO sweep_misses AS m (environment, night, account_id, code, due_at) VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5::float8))
       ON CONFLICT (environment, night, account_id) DO UPDATE SET tries = m.tries + 1, code = excluded.code, due_at = excluded.due_at`,
      [this.environment, this.night, accountId, code ?? null, seconds],
    );
  }

  async left(): Promise<boolean> {
    const rows = await query(
      `SELECT 1 FROM merchants m WHERE ${unseen} AND NOT EXISTS (SELECT 1 FROM sweep_misses s WHERE ${missed} AND s.code IS NOT NULL) LIMIT 1`,
      [this.environment, this.night],
    );
    return rows.length > 0;
  }
}

const unseen = "m.environment = $1 AND (m.seen_at IS NULL OR m.seen_at < $2::timestamptz)";
const missed = "s.environment = m.environment AND s.night = $2::timestamptz AND s.account_id = m.account_id";

// The two halves have an index each; those never seen come first.
const half = (which: string) => `
  (SELECT m.account_id, m.seen_at, coalesce(s.tries, 0) AS tries FROM merchants m LEFT JOIN sweep_misses s ON ${missed}
   WHERE m.environment = $1 AND ${which} AND m.account_id <> ALL ($3::text[]) AND (s.account_id IS NULL OR (s.code IS NULL AND s.due_at <= now()))
   ORDER BY m.seen_at, m.account_id LIMIT $4)`;
const takeStatement = `
  SELECT account_id AS "accountId", tries FROM (${half("m.seen_at IS NULL")} UNION ALL ${half("m.seen_at < $2::timestamptz")}) both_halves
  ORDER BY seen_at NULLS FIRST, account_id LIMIT $4`;
