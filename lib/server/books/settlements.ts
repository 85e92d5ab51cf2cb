import "server-only";
import type { DatedBy } from "@/lib/desk/books/month";
import { partsOfSettlement, partsOfTransaction } from "@/lib/desk/books/of-settlement";

import { query } from "../db/client";
import { type BookPayable, standingOf, type While } from "./payable";

/** The settlements of a while, as the books see them. */
export async function settlementsOf(asked: While): Promise<readonly BookPayable[]> {
  return (await query<SettlementRow>(statement, asked)).map(payableOf);
}

interface SettlementRow {
  readonly id: string;
  readonly reference: string;
  readonly date: string;
  readonly dated: DatedBy;
  readonly currency: string | null;
  readonly amount: string | null;
  readonly totals: Readonly<Record<string, number>> | null;
  readonly wanted: boolean;
  readonly loaded: boolean;
  readonly proved: boolean | null;
  readonly source: string | null;
  readonly kinds: readonly { readonly type: string; readonly detailedType: string; readonly amount: string; readonly tax: string }[] | null;
}

function payableOf({ totals, wanted, loaded, proved, source, kinds, ...row }: SettlementRow): BookPayable {
  const shared = { ...row, kind: "settlement" as const, settled: false, source: source ?? "", payable: undefined, lines: undefined, gap: null, notes: [] };
  if (wanted && !loaded) return { ...shared, standing: "waiting" };
  if (row.amount === null || totals === null || row.currency === null) return { ...shared, standing: "unreadable" };
  const paid = BigInt(row.amount);
  const payable = { paid, against: "bank" as const, parts: partsOfSettlement(paid, totals) };
  const lines = kinds?.flatMap(({ amount, tax, ...kind }) => partsOfTransaction({ ...kind, amount: BigInt(amount), tax: BigInt(tax) }, totals));
  return { ...shared, payable, ...standingOf(payable), lines, notes: loaded ? (proved ? [] : ["lines-differ"]) : ["lines-unknown"] };
}

const statement = `
  SELECT s.settlement_id AS id, coalesce(s.payout_id, s.settlement_id) AS reference, to_char(dated.at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS date,
    CASE WHEN s.paid_out_at IS NOT NULL THEN 'paid' WHEN s.period_to IS NOT NULL THEN 'period' ELSE 'seen' END AS dated,
    s.currency, s.amount::text, s.totals, s.wanted_at IS NOT NULL AS wanted, s.load_id IS NOT NULL AS loaded, s.proved, encode(l.sha256, 'hex') AS source, k.kinds
  FROM settlements s
  CROSS JOIN LATERAL (SELECT coalesce(s.paid_out_at, s.period_to, s.known_since) AS at) dated
  LEFT JOIN settlement_loads l ON l.id = s.load_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('type', type, 'detailedType', detailed_type, 'amount', amount::text, 'tax', tax::text)) AS kinds FROM (
      SELECT type, detailed_type, sum(amount) AS amount, sum(tax) AS tax FROM settlement_sums WHERE load_id = s.load_id AND account_word IS NULL
      GROUP BY type, detailed_type) each_kind) k ON s.load_id IS NOT NULL
  WHERE s.environment = $1 AND dated.at >= $2::timestamptz AND dated.at < $3::timestamptz`;
