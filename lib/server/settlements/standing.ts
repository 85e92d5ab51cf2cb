import "server-only";
import { utc } from "../db/utc";

/** The one before it, of the same entity and currency; and what the debt says: unknown unless the two touch, and where two that end together leave different debts. */
const previous = `
  LEFT JOIN LATERAL (
    SELECT p.settlement_id, p.period_to, p.period_to = s.period_from AS adjacent, CASE WHEN NOT EXISTS (
        SELECT FROM settlements o WHERE o.environment = s.environment AND o.entity_id = s.entity_id AND o.currency = s.currency AND o.period_to = p.period_to
          AND o.settlement_id <> s.settlement_id AND o.closing_debt IS DISTINCT FROM p.closing_debt) THEN p.closing_debt END AS closing_debt
    FROM settlements p
    WHERE p.environment = s.environment AND p.entity_id = s.entity_id AND p.currency = s.currency AND p.period_to <= s.period_from
      AND p.settlement_id <> s.settlement_id
    ORDER BY p.period_to DESC, p.settlement_id LIMIT 1) p ON true`;

const chain = `CASE WHEN NOT coalesce(p.adjacent, false) OR p.closing_debt IS NULL OR s.opening_debt IS NULL THEN 'unknown'
  WHEN p.closing_debt = s.opening_debt THEN 'holds' ELSE 'broken' END`;

/** By how much the opening debt is off; null unless it is known to be. */
export const chainGap = `CASE WHEN ${chain} = 'broken' THEN s.opening_debt - p.closing_debt END`;

/** An acceptance is of a report and of how far the debt was off: what has changed since isn't accepted. */
const accepted = `
  LEFT JOIN LATERAL (
    SELECT true AS is FROM settlement_acceptances a
    WHERE a.environment = s.environment AND a.settlement_id = s.settlement_id AND a.sha256 = l.sha256
      AND a.chain_gap IS NOT DISTINCT FROM ${chainGap}
    LIMIT 1) a ON true`;

/** SQL for settlements with how each stands: `s` the settlement, `l` its load, `p` the one before it. */
export const standings = `settlements s LEFT JOIN settlement_loads l ON l.id = s.load_id ${previous} ${accepted}`;

/** SQL for whether a settlement adds up. */
export const verdict = `CASE WHEN s.load_id IS NULL THEN 'unknown' WHEN s.proved AND ${chain} <> 'broken' THEN 'adds-up' WHEN a.is THEN 'accepted' ELSE 'differs' END`;

/** SQL for how far the report of a settlement `s` is. */
export const report = `CASE
  WHEN EXISTS (SELECT FROM settlement_loads b WHERE b.environment = s.environment AND b.settlement_id = s.settlement_id AND b.state = 'loading' AND b.lease_until > now())
    THEN 'loading'
  WHEN s.wanted_at IS NOT NULL THEN 'wanted' WHEN s.refusal IS NOT NULL THEN 'refused' WHEN s.load_id IS NOT NULL THEN 'ready' ELSE 'none' END`;

/** SQL for what a list says of each. */
export const itemColumns = `s.environment, s.settlement_id, s.source, ${utc("s.known_since")} AS known_since, ${utc("s.period_from")} AS period_from,
  ${utc("s.period_to")} AS period_to, s.currency, s.amount::text AS amount, s.payout_id, ${utc("s.paid_out_at")} AS paid_out_at, ${verdict} AS verdict,
  ${report} AS report, ${chain} AS chain, s.lines_gap::text AS lines_gap, s.parts_gap::text AS parts_gap,
  (${chainGap})::text AS chain_gap, l.rows`;

/** SQL for whether its money should have been on its way by now: Klarna names no payout of it, five days after it was made. */
export const isLate = `(s.amount > 0 AND s.payout_id IS NULL AND s.paid_out_at IS NULL AND coalesce(s.created_at, s.period_to) < now() - interval '5 days')`;
