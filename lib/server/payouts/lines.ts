import "server-only";
import type { InTransit, PayoutLine } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";

import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { waitingLines } from "./waiting";

const pageSize = 100;

/** What of a payout's lines is asked for: of one type, or all. */
export interface LineQuestion {
  readonly environment: Environment;
  readonly reference: string;
  readonly type?: string | undefined;
}

/** The lines of a payout by when they were captured, a page at a time. Throws 400 for a cursor that isn't of this list. */
export async function listLines(
  { environment, reference, type }: LineQuestion,
  after?: string,
): Promise<{ readonly lines: readonly PayoutLine[]; readonly next: string | null }> {
  const [at, key] = after === undefined ? [] : readCursor(after, ["timestamptz", "text"]);
  const rows = await query<PayoutLine & { at: string }>(linesStatement, [environment, reference, type ?? null, at ?? null, hexIn(key)]);
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { lines: rows.slice(0, pageSize), next: last ? writeCursor([last.at, last.key]) : null };
}

/** All lines of one order, each once, in whichever payouts they are and in none yet, by when they were captured; none of payouts that Klarna has no longer. */
export async function linesOfOrder(environment: Environment, orderId: string): Promise<readonly PayoutLine[]> {
  return query<PayoutLine>(orderStatement, [environment, orderId]);
}

/** What was captured by a moment and paid out after it, or not at all yet: by merchant, currency and the payout that brought it. */
export async function inTransit(environment: Environment, cutOff: string): Promise<readonly InTransit[]> {
  return query<InTransit>(transitStatement, [environment, cutOff]);
}

/** How far the desk's knowledge reaches: since when lines without a payout are known of every connection, and how many payouts have lines that are due. */
export async function knowledge(
  environment: Environment,
): Promise<{ readonly pending_at: string | null; readonly listed_until: string | null; readonly due: number }> {
  const [row] = await query<{ pending_at: string | null; listed_until: string | null; due: number }>(
    `SELECT ${utc("CASE WHEN bool_and(pending_at IS NOT NULL) THEN min(pending_at) END")} AS pending_at, ${utc("min(listed_until)")} AS listed_until,
       (SELECT count(*) FROM payouts WHERE environment = $1 AND lines_due AND gone_at IS NULL)::int AS due
     FROM payout_connections WHERE environment = $1 AND removed_at IS NULL`,
    [environment],
  );
  return row ?? { pending_at: null, listed_until: null, due: 0 };
}

function hexIn(key: string | undefined): string | null {
  return key !== undefined && /^[0-9a-f]{32}$/.test(key) ? key : null;
}

const never = "'2000-01-01T00:00:00Z'::timestamptz";
const lineColumns = `encode(l.key, 'hex') AS key, l.type, l.detailed_type, l.amount::text, l.tax::text, l.currency, ${utc("l.captured_at")} AS captured_at, l.order_id, l.content`;

const linesStatement = `
  SELECT ${lineColumns}, p.payment_reference, ${utc("p.payout_date")} AS payout_date, ${utc(`coalesce(l.captured_at, ${never})`)} AS at
  FROM payout_lines l JOIN payouts p ON p.id = l.payout_id
  WHERE p.environment = $1 AND p.payment_reference = $2 AND ($3::text IS NULL OR l.type = $3)
    AND ($4::timestamptz IS NULL OR (coalesce(l.captured_at, ${never}), l.key) > ($4::timestamptz, decode(coalesce($5, ''), 'hex')))
  ORDER BY coalesce(l.captured_at, ${never}), l.key LIMIT ${pageSize + 1}`;

const orderStatement = `
  SELECT ${lineColumns}, p.payment_reference, ${utc("p.payout_date")} AS payout_date
  FROM payout_lines l JOIN payouts p ON p.id = l.payout_id WHERE p.environment = $1 AND p.gone_at IS NULL AND l.order_id = $2
  UNION ALL
  SELECT ${lineColumns}, NULL, NULL FROM (${waitingLines("$1")}) l WHERE l.order_id = $2
  ORDER BY captured_at NULLS LAST, key LIMIT 1000`;

// Where fees are invoiced apart they never are in a payout, nor on their way to one.
const sums = `
  count(*)::int AS lines,
  coalesce(sum(amount) FILTER (WHERE type = 'SALE'), 0)::text AS sales,
  coalesce(sum(amount) FILTER (WHERE type IN ('RETURN', 'REVERSAL', 'REVERSAL_MERCHANT_PROTECTION')), 0)::text AS refunds,
  coalesce(sum(amount) FILTER (WHERE type IN ('FEE', 'FEE_REFUND') AND NOT gross), 0)::text AS fees,
  coalesce(sum(tax) FILTER (WHERE NOT gross), 0)::text AS tax,
  coalesce(sum(amount) FILTER (WHERE type IS NULL OR type NOT IN ('SALE', 'RETURN', 'REVERSAL', 'REVERSAL_MERCHANT_PROTECTION', 'FEE', 'FEE_REFUND')), 0)::text AS other,
  (count(*) FILTER (WHERE amount IS NULL))::int AS unknown`;

const transitStatement = `
  SELECT merchant_id, currency, payment_reference, ${utc("payout_date")} AS payout_date, ${sums}
  FROM (
    SELECT p.merchant_id, p.currency, p.payment_reference, p.payout_date, l.type, l.amount, l.tax, coalesce(p.settlement_type LIKE 'GROSS%', false) AS gross
    FROM payouts p JOIN payout_lines l ON l.payout_id = p.id
    WHERE p.environment = $1 AND p.payout_date > $2::timestamptz AND p.gone_at IS NULL AND p.settlement_type IS DISTINCT FROM 'GROSS_FEE' AND l.captured_at <= $2::timestamptz
    UNION ALL
    SELECT l.merchant_id, l.currency, NULL, NULL, l.type, l.amount, l.tax, l.gross FROM (${waitingLines("$1")}) l WHERE l.captured_at <= $2::timestamptz) each_line
  GROUP BY merchant_id, currency, payment_reference, payout_date
  ORDER BY merchant_id, currency, payout_date NULLS LAST, payment_reference`;
