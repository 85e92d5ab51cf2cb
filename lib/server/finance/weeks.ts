import "server-only";
import type { FinanceCurrency, FinancePeriod, FinanceWeek } from "@/lib/desk/finance";
import { feeParts } from "@/lib/desk/settlement-parts";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { isOdd } from "../payouts/filter";
import { standings, verdict } from "../settlements/standing";

/** What settlements come to by currency and week, of what Klarna's summaries say: no transaction is read. */
export async function settlementWeeks(environment: Environment, period: FinancePeriod): Promise<readonly FinanceCurrency[]> {
  return byCurrency(await query<Row>(settlementStatement, valuesOf(environment, period)), period);
}

/** What payouts of the Settlements API come to by currency and week, of the payouts and of the sums of their lines. Invoices for fees are apart. */
export async function payoutWeeks(environment: Environment, period: FinancePeriod): Promise<readonly FinanceCurrency[]> {
  return byCurrency(await query<Row>(payoutStatement, valuesOf(environment, period)), period);
}

interface Row extends FinanceWeek {
  readonly currency: string | null;
  readonly invoices: number;
  readonly invoiced: string;
  readonly odd_invoices: number;
}

function valuesOf(environment: Environment, { mondays, end }: FinancePeriod): readonly unknown[] {
  return [environment, `${mondays.at(-1)}T00:00:00Z`, `${end}T00:00:00Z`];
}

function byCurrency(rows: readonly Row[], { mondays }: FinancePeriod): readonly FinanceCurrency[] {
  return [...new Set(rows.map(({ currency }) => currency))].map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    return {
      currency,
      weeks: mondays.map((week) => weekOf(own.find((row) => row.week === week)) ?? { week, ...totalOf([]) }),
      total: totalOf(own),
      invoices: { count: countOf(own, "invoices"), amount: sumOf(own, "invoiced"), odd: countOf(own, "odd_invoices") },
    };
  });
}

function weekOf(row: Row | undefined): FinanceWeek | undefined {
  if (!row) return undefined;
  const { currency: _, invoices: __, invoiced: ___, odd_invoices: ____, ...week } = row;
  return week;
}

function totalOf(rows: readonly Row[]): Omit<FinanceWeek, "week"> {
  return {
    count: countOf(rows, "count"),
    unreadable: countOf(rows, "unreadable"),
    amount: sumOf(rows, "amount"),
    sales: sumOf(rows, "sales"),
    fees: sumOf(rows, "fees"),
    odd: countOf(rows, "odd"),
    open: countOf(rows, "open"),
  };
}

function countOf(rows: readonly Row[], name: "count" | "unreadable" | "odd" | "open" | "invoices" | "odd_invoices"): number {
  return rows.reduce((sum, row) => sum + row[name], 0);
}

function sumOf(rows: readonly Row[], name: "amount" | "sales" | "fees" | "invoiced"): string {
  return String(rows.reduce((sum, row) => sum + BigInt(row[name]), 0n));
}

const weekOfTime = (column: string) => `date_trunc('week', ${column} AT TIME ZONE 'UTC')::date::text AS week`;
const part = (name: string) => `coalesce((s.totals->>'${name}')::numeric, 0)`;

const settlementStatement = `
  SELECT ${weekOfTime("s.sorted_at")}, s.currency, count(*)::int AS count, (count(*) FILTER (WHERE s.amount IS NULL))::int AS unreadable,
    coalesce(sum(s.amount), 0)::text AS amount, sum(${part("capture_amount")})::text AS sales, sum(${feeParts.map(part).join(" + ")})::text AS fees,
    (count(*) FILTER (WHERE ${verdict} = 'differs'))::int AS odd, (count(*) FILTER (WHERE ${verdict} = 'unknown'))::int AS open, 0 AS invoices, '0' AS invoiced,
    0 AS odd_invoices
  FROM ${standings} WHERE s.environment = $1 AND s.sorted_at >= $2::timestamptz AND s.sorted_at < $3::timestamptz GROUP BY 1, 2 ORDER BY 2, 1`;

const payoutStatement = `
  SELECT ${weekOfTime("p.listed_at")}, p.currency, ${count("NOT p.invoice")} AS count, ${count("NOT p.invoice AND p.amount IS NULL")} AS unreadable,
    ${sum("p.amount", "NOT p.invoice")} AS amount, ${sum("l.sales", "NOT p.invoice")} AS sales, ${sum("l.fees", "NOT p.invoice")} AS fees,
    ${count(`NOT p.invoice AND ${isOdd}`)} AS odd, ${count("NOT p.invoice AND p.lines_due")} AS open,
    ${count("p.invoice")} AS invoices, ${sum("p.amount", "p.invoice")} AS invoiced, ${count(`p.invoice AND ${isOdd}`)} AS odd_invoices
  FROM (
    SELECT *, coalesce(settlement_type = 'GROSS_FEE', false) AS invoice FROM payouts
    WHERE environment = $1 AND listed_at >= $2::timestamptz AND listed_at < $3::timestamptz AND gone_at IS NULL) p
  LEFT JOIN LATERAL (
    SELECT sum(amount) FILTER (WHERE type = 'SALE') AS sales, sum(amount) FILTER (WHERE type IN ('FEE', 'FEE_REFUND')) AS fees
    FROM payout_sums WHERE payout_id = p.id) l ON true
  GROUP BY 1, 2 ORDER BY 2, 1`;

function count(which: string): string {
  return `(count(*) FILTER (WHERE ${which}))::int`;
}

function sum(column: string, which: string): string {
  return `coalesce(sum(${column}) FILTER (WHERE ${which}), 0)::text`;
}
