import "server-only";
import type { Found, Payable } from "@/lib/desk/bank-statement/match";

import { query } from "../db/client";
import { isTransferOf, numberOf, spellingsOf } from "../settlements/number";
import type { FindInput } from "./input";

/**
 * What the desk knows under the references of a bank statement: settlements by their id, with or without the prefix that tells their kind, and
 * payouts by their payment reference, both in either case. Where both name the same money the settlement stands for it, unless only the payout has an amount. Nothing of
 * what was asked is kept.
 */
export async function findPayables({ environment, references, from, until }: FindInput): Promise<Found> {
  const [found, waiting] = await Promise.all([
    query<Payable & { reference: string }>(foundStatement, [environment, references]),
    from && until ? query<Payable>(waitingStatement, [environment, from, until, inEitherCase(references)]) : [],
  ]);
  return {
    found: found.map(({ reference, ...payable }) => ({ reference, payable })),
    waiting: waiting.slice(0, mostWaiting),
    more: waiting.length > mostWaiting,
  };
}

function inEitherCase(references: readonly string[]): readonly string[] {
  return [...new Set(references.flatMap((reference) => [reference, reference.toUpperCase()]))];
}

const settlement = `'settlement' AS kind, s.settlement_id AS id, s.amount::text AS amount, s.currency, coalesce(s.paid_out_at, s.period_to) AS date,
  CASE WHEN s.paid_out_at IS NOT NULL THEN 'paid' WHEN s.payout_id IS NOT NULL THEN 'on-its-way' ELSE 'none' END AS payout`;
// What an invoice for fees comes to is paid to Klarna: on the bank's statement it goes out.
const invoice = `p.settlement_type IS NOT DISTINCT FROM 'GROSS_FEE'`;
const payout = `'payout' AS kind, p.payment_reference AS id, (CASE WHEN ${invoice} THEN -abs(p.amount) ELSE p.amount END)::text AS amount, p.currency, p.payout_date AS date,
  CASE WHEN ${invoice} THEN 'invoice' ELSE 'paid' END AS payout`;

const foundStatement = `
  WITH asked AS (SELECT DISTINCT unnest($2::text[]) AS reference)
  SELECT DISTINCT ON (asked.reference) asked.reference, known.kind, known.id, known.amount, known.currency, known.date, known.payout
  FROM asked CROSS JOIN LATERAL (
    SELECT ${settlement}, NOT ${isTransferOf("asked.reference", "s.settlement_id")} AS otherwise, s.settlement_id <> asked.reference AS by_number, 0 AS after
    FROM settlements s
    WHERE s.environment = $1 AND (s.settlement_id IN (${spellingsOf("asked.reference")}) OR ${numberOf("s.settlement_id")} IN (${spellingsOf("asked.reference")}))
    UNION ALL
    SELECT ${payout}, p.payment_reference <> asked.reference, false, 1
    FROM payouts p WHERE p.environment = $1 AND p.payment_reference IN (${spellingsOf("asked.reference")})) known
  ORDER BY asked.reference, known.otherwise, known.amount IS NULL, known.after, known.by_number, known.date DESC NULLS LAST`;

const mostWaiting = 200;

// A bank books on its next working day; days are in UTC, whatever the database's zone. Of a settlement that is only announced nobody knows the amount: its payout is waited for, unless the statement names it.
const waitingStatement = `
  SELECT * FROM (
    SELECT ${settlement} FROM settlements s
    WHERE s.environment = $1 AND s.amount > 0 AND NOT (s.settlement_id = ANY($4::text[]) OR ${numberOf("s.settlement_id")} = ANY($4::text[]))
    UNION ALL
    SELECT ${payout} FROM payouts p
    WHERE p.environment = $1 AND p.amount > 0 AND NOT ${invoice} AND p.gone_at IS NULL AND NOT p.payment_reference = ANY($4::text[])
      AND NOT EXISTS (SELECT 1 FROM settlements s WHERE s.environment = $1 AND ${isTransferOf("p.payment_reference", "s.settlement_id")}
        AND (s.amount IS NOT NULL OR s.settlement_id = ANY($4::text[])))) known
  WHERE date >= $2::date::timestamp AT TIME ZONE 'UTC' AND date < $3::date::timestamp AT TIME ZONE 'UTC'
  ORDER BY date, id LIMIT ${mostWaiting + 1}`;
