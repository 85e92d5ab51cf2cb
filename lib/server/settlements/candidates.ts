import "server-only";
import type { SettlementLine } from "@/lib/desk/settlement";
import { partOf } from "@/lib/desk/settlement-parts";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { settlementDetail } from "./detail";
import { lineColumns, lineTables } from "./lines";

/** So many are shown: more explain nothing. */
const most = 20;

/** Transactions that alone would explain a part's gap, and how each would. */
export interface Candidates {
  readonly lines: readonly SettlementLine[];
  /** Whether there are more than are shown. */
  readonly more: boolean;
}

/**
 * What may be behind a gap: a transaction of just that amount, which the summary may not have counted (those that are listed twice come first); of the tax, one
 * whose tax at another rate of the same report would close it.
 */
export async function gapCandidates(environment: Environment, settlementId: string, part: string): Promise<Candidates> {
  const { parts, types, totals } = await settlementDetail(environment, settlementId);
  const gap = parts.find((one) => one.part === part)?.gap ?? "0";
  if (gap === "0") return { lines: [], more: false };
  const kinds = types
    .filter(({ type, detailed_type }) => partOf(type, detailed_type, totals) === part)
    .map(({ type, detailed_type }) => `${type}\n${detailed_type}`);
  const rows =
    part === "vat_amount"
      ? await query<SettlementLine>(taxStatement, [environment, settlementId, gap])
      : await query<SettlementLine>(amountStatement, [environment, settlementId, gap, kinds]);
  return { lines: rows.slice(0, most), more: rows.length > most };
}

const own = "settlements s JOIN settlement_lines x ON x.load_id = s.load_id";
const ofSettlement = "s.environment = $1 AND s.settlement_id = $2";

const amountStatement = `
  SELECT ${lineColumns} FROM (
    SELECT x.*, s.settlement_id, s.currency,
      count(*) OVER (PARTITION BY x.type_word, x.detailed_word, x.payment, x.payment_id, x.capture, x.refund, x.chargeback) AS alike
    FROM ${own}
    JOIN settlement_words t ON t.load_id = x.load_id AND t.id = x.type_word JOIN settlement_words d ON d.load_id = x.load_id AND d.id = x.detailed_word
    WHERE ${ofSettlement} AND x.amount = $3::bigint AND t.word || E'\\n' || d.word = ANY($4::text[])
    ORDER BY alike DESC, x.line LIMIT ${most + 1}) x ${lineTables} ORDER BY x.alike DESC, x.line`;

const taxStatement = `
  WITH rates AS (SELECT DISTINCT x.tax_rate AS rate FROM ${own} WHERE ${ofSettlement} AND x.tax_rate IS NOT NULL)
  SELECT ${lineColumns} FROM (
    SELECT x.*, s.settlement_id, s.currency FROM ${own}
    WHERE ${ofSettlement} AND x.tax IS NOT NULL
      AND (x.tax = $3::bigint OR EXISTS (SELECT FROM rates r WHERE r.rate <> x.tax_rate AND round(x.amount * r.rate / 10000.0) = x.tax - $3::bigint))
    ORDER BY x.line LIMIT ${most + 1}) x ${lineTables} ORDER BY x.line`;
