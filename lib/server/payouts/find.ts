import "server-only";
import type { PayoutFile, PayoutSum } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { spellingsOf } from "../settlements/number";
import { payoutColumns } from "./list";
import { totalsIn } from "./sync/payout-row";

/** A payout with all that its page shows; undefined when the desk doesn't know it. */
export async function findPayout(environment: Environment, reference: string): Promise<PayoutFile | undefined> {
  const [found] = await query<
    Omit<PayoutFile, "sums" | "before"> & { id: string; before: string | null; before_content: Readonly<Record<string, unknown>> | null }
  >(findStatement, [environment, reference]);
  if (!found) return undefined;
  const { id, before, before_content, ...payout } = found;
  const closing = before_content ? totalsIn(before_content).closing_debt_balance_amount : undefined;
  return { ...payout, sums: await sumsOf(id), before: before === null ? null : { payment_reference: before, closing_debt: closing?.toString() ?? null } };
}

/** Where a text leads that somebody has at hand: a payment reference in either case, an order's id or one of the shop's own, a capture; paid out already or not. */
export async function findByText(environment: Environment, text: string): Promise<{ readonly payout: string } | { readonly order: string } | undefined> {
  const [payout] = await query<{ payment_reference: string }>(referenceStatement, [environment, text]);
  if (payout) return { payout: payout.payment_reference };
  const [line] = await query<{ order_id: string }>(orderStatement, [environment, text]);
  return line && { order: line.order_id };
}

async function sumsOf(id: string): Promise<readonly PayoutSum[]> {
  return query<PayoutSum>(
    `SELECT type, detailed_type, lines, amount::text, tax::text FROM payout_sums WHERE payout_id = $1::bigint
     ORDER BY abs(coalesce(amount, 0)) DESC, type, detailed_type`,
    [id],
  );
}

const findStatement = `
  SELECT ${payoutColumns}, p.id::text, c.name AS connection, c.removed_at IS NULL AS connected, p.content, ${utc("p.seen_at")} AS seen_at,
    ${utc("p.changed_at")} AS changed_at, ${utc("p.gone_at")} AS gone_at,
    last.payment_reference AS before, last.content AS before_content
  FROM payouts p JOIN payout_connections c ON c.id = p.connection_id
  LEFT JOIN LATERAL (
    SELECT b.payment_reference, b.content FROM payouts b
    WHERE b.environment = p.environment AND b.merchant_id = p.merchant_id AND b.currency = p.currency AND b.gone_at IS NULL
      AND b.listed_at <= p.listed_at AND b.id <> p.id AND b.payout_date < p.payout_date
    ORDER BY b.listed_at DESC, b.id DESC LIMIT 1) last ON true
  WHERE p.environment = $1 AND p.payment_reference = $2`;

const referenceStatement = `
  SELECT payment_reference FROM payouts WHERE environment = $1 AND payment_reference IN (${spellingsOf("$2")})
  ORDER BY payment_reference = $2 DESC LIMIT 1`;

const named = "(order_id = $2 OR merchant_reference = $2 OR (capture_id = $2 AND capture_id <> '')) AND order_id IS NOT NULL";

// Lines are looked up first: by what they belong to, all lines of an environment would be.
const orderStatement = `
  WITH paid AS MATERIALIZED (SELECT order_id, payout_id FROM payout_lines WHERE ${named}),
  pending AS MATERIALIZED (SELECT order_id, connection_id FROM pending_lines WHERE ${named})
  SELECT l.order_id FROM paid l JOIN payouts p ON p.id = l.payout_id AND p.environment = $1
  UNION ALL SELECT l.order_id FROM pending l JOIN payout_connections c ON c.id = l.connection_id AND c.environment = $1
  LIMIT 1`;
