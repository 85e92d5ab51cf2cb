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
    net !== null && /^-?\d{1,18}$/.test(net) ? net : null,
    word,
  ]);
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { merchants: rows.slice(0, pageSize).map(({ word: _, ...merchant }) => merchant), next: last ? writeCursor([last.net, String(last.word)]) : null };
}

// The page first, and then the names of those on it.
const statement = `
  SELECT w.word AS account_id, m.account_name AS name, t.account_word AS word, t.rows, t.amount, t.tax, t.captures, t.refunds, t.fees, t.others, t.net
  FROM (
    SELECT * FROM settlement_merchants
    WHERE load_id = (SELECT load_id FROM settlements WHERE environment = $1 AND settlement_id = $2)
      AND ($3::bigint IS NULL OR (net, account_word) < ($3::bigint, $4::int))
    ORDER BY net DESC, account_word DESC LIMIT ${pageSize + 1}) t
  JOIN settlement_words w ON w.load_id = t.load_id AND w.id = t.account_word
  LEFT JOIN merchants m ON m.environment = $1 AND m.account_id = w.word
  ORDER BY t.net DESC, t.account_word DESC`;
