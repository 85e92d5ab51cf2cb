import "server-only";
import { query } from "../db/client";
import { env } from "../env";

/** A row that a run of the job has taken. */
export interface Taken {
  readonly line: number;
  readonly accountId: string;
  readonly tries: number;
}

/** The rows of one import, as one run of its job may touch them: what a later run has taken is out of its reach. */
export class Rows {
  constructor(
    private readonly importId: string,
    private readonly fence: number,
  ) {}

  /** Gives back what earlier runs had taken and never ended. */
  async reclaim(): Promise<void> {
    await query("UPDATE import_rows SET state = 'waiting' WHERE import_id = $1 AND state = 'reading' AND fence < $2", [this.importId, this.fence]);
  }

  /** Takes the next rows that are due. They are chosen in a WITH: in a subquery they might be chosen again for every row, and be more than `most`. */
  async take(most: number): Promise<readonly Taken[]> {
    return query<Taken>(
      `WITH next AS (
         SELECT line FROM import_rows WHERE import_id = $1 AND state = 'waiting' AND due_at <= now() ORDER BY line LIMIT $3 FOR UPDATE SKIP LOCKED)
       UPDATE import_rows r SET state = 'reading', fence = $2 FROM next
       WHERE r.import_id = $1 AND r.line = next.line RETURNING r.line, r.account_id AS "accountId", r.tries`,
      [this.importId, this.fence, most],
    );
  }

  async read({ line }: Taken): Promise<void> {
    await this.settle(line, "state = 'read'");
  }

  async failed({ line }: Taken, code: string): Promise<void> {
    await this.settle(line, "state = 'failed', fault = $4, tries = tries + 1", [code]);
  }

  /** To be tried again later, and counted as a try unless Klarna was away for all. */
  async later({ line, tries }: Taken, counts: boolean): Promise<void> {
    const seconds = counts ? 5 * 2 ** tries * env().DESK_TIME_SCALE : 0;
    await this.settle(line, `state = 'waiting', tries = tries + ${counts ? 1 : 0}, due_at = now() + make_interval(secs => $4::float8)`, [seconds]);
  }

  /** Whether there is still something to read; what waits for a later try counts. */
  async left(): Promise<boolean> {
    const rows = await query("SELECT 1 FROM import_rows WHERE import_id = $1 AND state IN ('waiting', 'reading') LIMIT 1", [this.importId]);
    return rows.length > 0;
  }

  async finish(): Promise<void> {
    await query(
      `UPDATE imports i SET finished_at = now() WHERE id = $1 AND finished_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM import_rows WHERE import_id = $1 AND state IN ('waiting', 'reading'))`,
      [this.importId],
    );
  }

  private async settle(line: number, assignments: string, values: readonly unknown[] = []): Promise<void> {
    await query(`UPDATE import_rows SET ${assignments} WHERE import_id = $1 AND line = $2 AND state = 'reading' AND fence = $3`, [
      this.importId,
      line,
      this.fence,
      ...values,
    ]);
  }
}
