import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import type { Actor } from "../operations/record";
import { dropFeeAudit } from "./fees/results";
import type { Report } from "./report/read-report";

/** Which report is loaded, and how. */
export interface Loading {
  readonly environment: Environment;
  /** Undefined for a file that somebody brought: it says itself what it is. */
  readonly settlementId?: string | undefined;
  readonly source: "announced" | "looked-up" | "imported";
  /** Whether it may take the place of another report of the same settlement. */
  readonly replaces?: boolean;
  /** Who brought it, where somebody did. */
  readonly by?: Actor | undefined;
  /** Asked between chunks: false ends the load, and nothing of it is left. */
  readonly holds?: () => boolean;
}

/** For how long a load that says nothing is believed to go on. */
const patience = "5 minutes";
const linesAtOnce = 50_000;
const rowsAtOnce = 10_000;

/** Makes a load that its lines can be copied into, and clears away what earlier ones left that were never ended. Answers its id. */
export async function beginLoad({ environment, settlementId, by }: Loading): Promise<number> {
  for (const { id } of await query<{ id: number }>("SELECT id FROM settlement_loads WHERE state = 'over' OR (state = 'loading' AND lease_until < now())"))
    await dropLoad(id);
  const [made] = await query<{ id: number }>(
    `INSERT INTO settlement_loads (environment, settlement_id, state, lease_until, person_id) VALUES ($1, $2, 'loading', now() + interval '${patience}', $3) RETURNING id`,
    [environment, settlementId ?? null, by?.personId ?? null],
  );
  if (!made) throw new Error("The load wasn't kept.");
  return made.id;
}

/** Says that a load goes on. Throws when somebody has cleared it away. */
export async function renewLoad(loadId: number): Promise<void> {
  const rows = await query(`UPDATE settlement_loads SET lease_until = now() + interval '${patience}' WHERE id = $1 AND state = 'loading' RETURNING id`, [
    loadId,
  ]);
  if (rows.length === 0) throw new Error("The load was cleared away while it went on.");
}

/** Takes everything of a load away, a part at a time: unless it is the one that counts. What came after another had cleared it away goes too. */
export async function dropLoad(loadId: number): Promise<void> {
  const [load] = await query<{ counts: boolean }>(
    `WITH over AS (UPDATE settlement_loads l SET state = 'over' WHERE id = $1 AND NOT EXISTS (SELECT FROM settlements s WHERE s.load_id = l.id) RETURNING id)
     SELECT NOT EXISTS (SELECT FROM over) AND EXISTS (SELECT FROM settlement_loads WHERE id = $1) AS counts`,
    [loadId],
  );
  if (load?.counts !== false) return;
  await dropFeeAudit(loadId);
  for (let left = true; left; ) {
    const rows = await query<{ deleted: number }>(
      // By a range of lines: joined to a list of them, a load that PostgreSQL hasn't counted yet would take the square of its lines.
      `WITH gone AS (
         DELETE FROM settlement_lines WHERE load_id = $1 AND line <= (
           SELECT max(line) FROM (SELECT line FROM settlement_lines WHERE load_id = $1 ORDER BY line LIMIT ${linesAtOnce}) n) RETURNING 1)
       SELECT count(*)::int AS deleted FROM gone`,
      [loadId],
    );
    left = rows[0]?.deleted === linesAtOnce;
  }
  await query(
    `WITH words AS (DELETE FROM settlement_words WHERE load_id = $1), sums AS (DELETE FROM settlement_sums WHERE load_id = $1),
       merchants AS (DELETE FROM settlement_merchants WHERE load_id = $1)
     DELETE FROM settlement_loads WHERE id = $1`,
    [loadId],
  );
}

/** Keeps a load's texts and what its lines come to, some at a time. */
export async function keepWordsAndSums(loadId: number, { words, sums }: Report): Promise<void> {
  for (let from = 0; from < words.length; from += rowsAtOnce)
    await query(
      "INSERT INTO settlement_words (load_id, id, word) SELECT $1, $2 + w.place - 1, w.word FROM unnest($3::text[]) WITH ORDINALITY w (word, place)",
      [loadId, from, words.slice(from, from + rowsAtOnce)],
    );
  const byAccount = sums.byAccount().map(({ account, ...sum }) => ({ account, day: null, ...sum }));
  const byDay = sums.byDay().map(({ day, ...sum }) => ({ account: null, day: new Date(day * 86_400_000).toISOString().slice(0, 10), ...sum }));
  const all = [...byAccount, ...byDay];
  for (let from = 0; from < all.length; from += rowsAtOnce) {
    const some = all.slice(from, from + rowsAtOnce);
    await query(
      `INSERT INTO settlement_sums (load_id, account_word, day, type, detailed_type, rows, amount, tax)
       SELECT $1, * FROM unnest($2::int[], $3::date[], $4::text[], $5::text[], $6::int[], $7::bigint[], $8::bigint[])`,
      [
        loadId,
        some.map(({ account }) => account),
        some.map(({ day }) => day),
        some.map(({ type }) => words[type]),
        some.map(({ detailed }) => words[detailed]),
        some.map(({ rows }) => rows),
        some.map(({ amount }) => String(amount)),
        some.map(({ tax }) => String(tax)),
      ],
    );
  }
  await query(merchantsOfLoad, [loadId]);
}

const sumOf = (which: string) => `coalesce(sum(amount) FILTER (WHERE ${which}), 0)`;

const merchantsOfLoad = `
  INSERT INTO settlement_merchants (load_id, account_word, rows, amount, tax, captures, refunds, fees, others, net)
  SELECT load_id, account_word, sum(rows), sum(amount), sum(tax), ${sumOf("type = 'SALE'")}, ${sumOf("type = 'REFUND'")},
    ${sumOf("type IN ('FEE', 'FEE_CORRECTION')")}, ${sumOf("type NOT IN ('SALE', 'REFUND', 'FEE', 'FEE_CORRECTION')")}, sum(amount) + sum(tax)
  FROM settlement_sums WHERE load_id = $1 AND account_word IS NOT NULL GROUP BY load_id, account_word`;
