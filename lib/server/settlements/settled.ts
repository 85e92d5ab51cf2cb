import "server-only";
import { type Settled, type SettledByMany, type SettledSum, settledDays } from "@/lib/desk/settled";
import type { Environment } from "@/lib/klarna/environment";
import { can, type Role } from "@/lib/klarna/permissions";

import { query } from "../db/client";
import { utc } from "../db/utc";

/**
 * What a merchant lately settled. How much was going on is for everyone who may see the merchant, since whoever suspends it should know; what it came to, and in
 * which settlement, only for whoever may see settlements.
 */
export async function settledOf(environment: Environment, accountId: string, role: Role): Promise<Settled> {
  const mayRead = can(role, "settlements:read");
  const [[counts], sums, [last]] = await Promise.all([
    query<Omit<Settled, "sums" | "last">>(countStatement, [environment, accountId]),
    mayRead ? query<SettledSum>(sumStatement, [environment, accountId]) : null,
    query<NonNullable<Settled["last"]>>(lastStatement, [environment, accountId, mayRead]),
  ]);
  if (!counts) throw new Error("A row of counts always comes.");
  return { ...counts, sums, last: last ?? null };
}

/** How much was going on lately at many merchants. */
export async function settledByMany(environment: Environment, accountIds: readonly string[]): Promise<SettledByMany> {
  const [counts] = await query<SettledByMany>(manyStatement, [environment, accountIds]);
  if (!counts) throw new Error("A row of counts always comes.");
  return counts;
}

/** SQL for the sums `u` of the accounts' rows in the reports `s` of the environment $1 that ended lately; `$2` says which accounts. */
const lately = (accounts: string) => `settlements s JOIN settlement_words w ON w.load_id = s.load_id AND w.word = ${accounts}
  JOIN settlement_sums u ON u.load_id = w.load_id AND u.day IS NULL AND u.account_word = w.id
  WHERE s.environment = $1 AND s.sorted_at > now() - interval '${settledDays} days'`;

// What is taken back of a chargeback is a row of that type, too.
const kinds = {
  capture: "u.type = 'SALE'",
  refund: "u.type = 'REFUND'",
  chargeback: "u.type = 'CHARGEBACK' AND u.detailed_type NOT LIKE 'CORRECTION%'",
} as const;

/** SQL, of some sums `u`: how many rows of a kind they are of. */
export function countOf(kind: keyof typeof kinds): string {
  return `coalesce(sum(u.rows) FILTER (WHERE ${kinds[kind]}), 0)::int`;
}

/** SQL, of some sums `u`: all that they come to, with VAT. */
export const netOf = "sum(u.amount + u.tax)::text";

const sumOf = (kind: keyof typeof kinds) => `coalesce(sum(u.amount) FILTER (WHERE ${kinds[kind]}), 0)::text`;

/** SQL for how much is loaded, one row as `r`. */
const reports = `
  (SELECT ${utc("n.sorted_at")} AS loaded_to, coalesce(n.sorted_at <= now() - interval '${settledDays} days', false) AS is_old,
     (SELECT count(*)::int FROM settlements WHERE environment = $1 AND load_id IS NULL AND sorted_at > now() - interval '${settledDays} days') AS missing
   FROM (SELECT) one LEFT JOIN LATERAL (
     SELECT sorted_at FROM settlements WHERE environment = $1 AND load_id IS NOT NULL ORDER BY sorted_at DESC, settlement_id DESC LIMIT 1) n ON true) r`;

const countStatement = `
  SELECT c.*, r.* FROM ${reports}, (
    SELECT ${countOf("capture")} AS captures, ${countOf("refund")} AS refunds, ${countOf("chargeback")} AS chargebacks
    FROM ${lately("$2")}) c`;

const sumStatement = `
  SELECT s.currency, ${sumOf("capture")} AS captures, ${sumOf("refund")} AS refunds, ${netOf} AS net
  FROM ${lately("$2")} AND s.currency IS NOT NULL GROUP BY s.currency ORDER BY sum(abs(u.amount)) DESC`;

const manyStatement = `
  SELECT c.*, r.* FROM ${reports}, (
    SELECT count(DISTINCT w.word)::int AS merchants, coalesce(sum(u.rows), 0)::int AS captures
    FROM ${lately("ANY($2::text[])")} AND ${kinds.capture}) c`;

const lastStatement = `
  SELECT CASE WHEN $3::boolean THEN s.settlement_id END AS settlement_id, ${utc("s.period_from")} AS period_from, ${utc("s.period_to")} AS period_to
  FROM settlement_words w JOIN settlement_loads l ON l.id = w.load_id
  JOIN settlements s ON s.environment = l.environment AND s.settlement_id = l.settlement_id AND s.load_id = l.id
  WHERE w.word = $2 AND s.environment = $1
    AND EXISTS (SELECT FROM settlement_sums u WHERE u.load_id = w.load_id AND u.day IS NULL AND u.account_word = w.id)
  ORDER BY s.sorted_at DESC, s.settlement_id LIMIT 1`;
