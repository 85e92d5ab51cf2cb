import "server-only";
import type { SettlementMerchant, SettlementMerchants } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";

import { keysIn, requireKeys, writeCursor } from "../cursor";
import { query } from "../db/client";

const pageSize = 100;

/** What each merchant has of a settlement, the most first; their names are the directory's. */
export async function settlementMerchants(environment: Environment, settlementId: string, after?: string): Promise<SettlementMerchants> {
  // A net may be negative, which a key of the cursor's numbers isn't.
  const [net = null, word = null] = after === undefined ? [] : requireKeys(keysIn(after), ["text", "int"]);
  const rows = await query<SettlementMerchant & { word: number }>(statement, [
    environment,
    settlementId,
    net !== null && /^-?\d{1,30}$/.test(net) ? net : null,
    word,
  ]);
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { merchants: rows.slice(0, pageSize).map(({ word: _, ...merchant }) => merchant), next: last ? writeCursor([last.net, String(last.word)]) : null };
}

const sumOf = (which: string) => `(coalesce(sum(x.amount) FILTER (WHERE ${which}), 0))::text`;

const statement = `
  SELECT w.word AS account_id, m.account_name AS name, t.* FROM (
    SELECT x.load_id, x.account_word AS word, sum(x.rows)::int AS rows, sum(x.amount)::text AS amount, sum(x.tax)::text AS tax,
      ${sumOf("x.type = 'SALE'")} AS captures, ${sumOf("x.type = 'REFUND'")} AS refunds, ${sumOf("x.type IN ('FEE', 'FEE_CORRECTION')")} AS fees,
      ${sumOf("x.type NOT IN ('SALE', 'REFUND', 'FEE', 'FEE_CORRECTION')")} AS others, (sum(x.amount) + sum(x.tax))::text AS net,
      sum(x.amount) + sum(x.tax) AS place
    FROM settlements s JOIN settlement_sums x ON x.load_id = s.load_id AND x.account_word IS NOT NULL
    WHERE s.environment = $1 AND s.settlement_id = $2 GROUP BY x.load_id, x.account_word) t
  JOIN settlement_words w ON w.load_id = t.load_id AND w.id = t.word
  LEFT JOIN merchants m ON m.environment = $1 AND m.account_id = w.word
  WHERE $3::numeric IS NULL OR (t.place, t.word) < ($3::numeric, $4::int) ORDER BY t.place DESC, t.word DESC LIMIT ${pageSize + 1}`;
