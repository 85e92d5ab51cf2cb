import "server-only";
import { query } from "../../db/client";
import { waits } from "../waiting";
import type { LineRecord, PayoutRecord } from "./columns";

/** Which payouts are written out: of one connection, those that changed after one moment, or shortly before, and until another. */
export interface Span {
  readonly connection: string;
  readonly since: string | null;
  readonly until: string;
}

const most = 500;

/** This moment, to the microsecond, as the payouts' own times are told. */
export async function thisMoment(): Promise<string> {
  const [row] = await query<{ now: string }>("SELECT now()::text AS now");
  return row?.now ?? "";
}

/** The payouts of a span, some at a time, by their ids. */
export async function* payoutRecords({ connection, since, until }: Span): AsyncGenerator<readonly PayoutRecord[]> {
  for (let after = "0"; ; ) {
    const rows = await query<PayoutRecord & { id: string }>(
      `SELECT p.id::text, p.content, p.proof->>'equation' AS equation, p.proof->>'lines' AS lines, p.gone_at IS NOT NULL AS gone FROM payouts p
       WHERE ${inSpan} AND p.id > $4::bigint ORDER BY p.id LIMIT ${most}`,
      [connection, since, until, after],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < most) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** All lines of the payouts of a span that Klarna still has, and then all that are in no payout, some at a time. */
export async function* lineRecords(span: Span): AsyncGenerator<readonly LineRecord[]> {
  yield* paidRecords(span);
  yield* waitingRecords(span.connection);
}

async function* paidRecords({ connection, since, until }: Span): AsyncGenerator<readonly LineRecord[]> {
  for (let [id, key] = ["0", ""]; ; ) {
    const rows = await query<LineRecord & { id: string }>(
      `SELECT l.payout_id::text AS id, ${lineColumns("l")} FROM payouts p JOIN payout_lines l ON l.payout_id = p.id
       WHERE ${inSpan} AND p.gone_at IS NULL AND (l.payout_id, l.key) > ($4::bigint, decode($5, 'hex')) ORDER BY l.payout_id, l.key LIMIT ${most}`,
      [connection, since, until, id, key],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < most) return;
    [id, key] = [rows.at(-1)?.id ?? id, rows.at(-1)?.key ?? key];
  }
}

// Whichever of them a payout brings goes: so they are always given whole.
async function* waitingRecords(connection: string): AsyncGenerator<readonly LineRecord[]> {
  for (let after = ""; ; ) {
    const rows = await query<LineRecord>(
      `SELECT ${lineColumns("p")} FROM pending_lines p JOIN payout_connections c ON c.id = p.connection_id
       WHERE c.id = $1 AND p.key > decode($2, 'hex') AND ${waits} ORDER BY p.key LIMIT ${most}`,
      [connection, after],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < most) return;
    after = rows.at(-1)?.key ?? after;
  }
}

const lineColumns = (line: string) => `encode(${line}.key, 'hex') AS key, ${line}.amount::text, ${line}.tax::text, ${line}.content`;
// A change is dated by when its statement began, and seen once that has ended: what was on its way the last time is looked for again. Who has it replaces it.
const inSpan = `p.connection_id = $1 AND ($2::timestamptz IS NULL OR p.changed_at > $2::timestamptz - interval '5 minutes') AND p.changed_at <= $3::timestamptz`;
