import "server-only";

/**
 * SQL for payouts that should have come by now: of a merchant and currency whose payouts of the last 120 days were never further apart than some days, and that has had
 * none for two days more than that, as far as the connection was read that has listed the last one: a merchant may have several, and each lists all of its payouts.
 * Of fewer than five nobody can say how often they come.
 */
export const latePayouts = `
  SELECT r.environment, r.merchant_id, r.currency, r.last, r.usual, c.listed_until
  FROM (
    SELECT environment, whose, merchant_id, currency, max(payout_date) AS last, max(gap) AS usual, (array_agg(connection_id ORDER BY payout_date DESC))[1] AS reader
    FROM (
      SELECT p.*, p.payout_date - lag(p.payout_date) OVER (PARTITION BY p.environment, p.whose, p.currency ORDER BY p.payout_date) AS gap
      FROM (SELECT *, coalesce(merchant_id, connection_id::text) AS whose FROM payouts) p
      WHERE p.environment IN ('test', 'live') AND p.listed_at > now() - interval '120 days' AND p.payout_date IS NOT NULL AND p.gone_at IS NULL
        AND p.settlement_type IS DISTINCT FROM 'GROSS_FEE') each
    GROUP BY 1, 2, 3, 4 HAVING count(*) >= 5) r
  JOIN payout_connections c ON c.id = r.reader AND c.removed_at IS NULL
  WHERE c.listed_until > r.last + r.usual + interval '2 days'`;
