import "server-only";
import { noCurrency } from "@/lib/desk/filter-words";
import type { PayoutFilter, PayoutRow, PayoutTotal } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";

import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { Values } from "../db/values";
import { conditionOf } from "./filter";

const pageSize = 25;

/** Payouts, the latest first, a page at a time. Throws 400 for a cursor that isn't of this list. */
export async function listPayouts(
  environment: Environment,
  filter: PayoutFilter,
  after?: string,
  limit = pageSize,
): Promise<{ readonly payouts: readonly PayoutRow[]; readonly next: string | null }> {
  const values = new Values();
  const keys = after === undefined ? [] : readCursor(after, ["timestamptz", "bigint"]);
  const condition = conditionOf(environment, filter, values);
  const following = keys.length > 0 ? `AND (p.listed_at, p.id) < (${values.add(keys[0])}::timestamptz, ${values.add(keys[1])}::bigint)` : "";
  const rows = await query<PayoutRow & { id: string; listed_at: string }>(
    `SELECT ${payoutColumns}, p.id::text, ${utc("p.listed_at")} AS listed_at FROM payouts p
     WHERE ${condition} ${following} ORDER BY p.listed_at DESC, p.id DESC LIMIT ${limit + 1}`,
    values.list,
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { payouts: rows.slice(0, limit), next: last ? writeCursor([last.listed_at, last.id]) : null };
}

/** What all payouts of a question come to, by currency. */
export async function totalPayouts(environment: Environment, filter: PayoutFilter): Promise<readonly PayoutTotal[]> {
  const values = new Values();
  return query<PayoutTotal>(
    `SELECT p.currency, coalesce(p.settlement_type = 'GROSS_FEE', false) AS invoices, count(*)::int AS payouts, coalesce(sum(p.amount), 0)::text AS amount,
       (count(*) FILTER (WHERE p.amount IS NULL))::int AS unreadable
     FROM payouts p WHERE ${conditionOf(environment, filter, values)} AND p.gone_at IS NULL GROUP BY 1, 2 ORDER BY 2, 1`,
    values.list,
  );
}

/** The currencies, merchants and kinds of settlement that there are, to choose from. */
export async function payoutChoices(environment: Environment) {
  const rows = await query<{ currency: string | null; merchant_id: string | null; settlement_type: string | null }>(
    "SELECT DISTINCT currency, merchant_id, settlement_type FROM payouts WHERE environment = $1",
    [environment],
  );
  const of = (name: "currency" | "merchant_id" | "settlement_type") => [...new Set(rows.flatMap((row) => row[name] ?? []))].sort();
  const unnamed = rows.some(({ currency }) => currency === null) ? [noCurrency] : [];
  return { currencies: [...of("currency"), ...unnamed], merchants: of("merchant_id"), types: of("settlement_type") };
}

export const payoutColumns = `p.payment_reference, ${utc("p.payout_date")} AS payout_date, p.currency, p.merchant_id, p.settlement_type, p.amount::text AS amount, p.lines_due,
  p.gone_at IS NOT NULL AS gone, p.proof`;
