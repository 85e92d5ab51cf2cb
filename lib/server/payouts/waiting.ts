import "server-only";

/**
 * All that tells a line from others, whichever payout it is in: its key but for the payout. Lines that agree in all of it are twins, which nothing tells apart
 * but how many there are.
 */
const traits = ["type", "detailed_type", "amount", "currency", "captured_at", "order_id", "capture_id", "refund_id"] as const;

/** The traits of a line under this name, as SQL. */
export const traitsOf = (line: string) => traits.map((trait) => `${line}.${trait}`).join(", ");

/** SQL for how many lines like this one are in payouts that Klarna has, of this merchant as far as that is known. They are looked up, never searched through. */
export const paidLike = (line: string, environment: string, merchant: string) => `(
  SELECT count(*)::int FROM (
    SELECT o.payout_id, ${traitsOf("o")} FROM payout_lines o WHERE o.order_id = ${line}.order_id
    UNION ALL
    SELECT o.payout_id, ${traitsOf("o")} FROM payout_lines o WHERE o.order_id IS NULL AND ${line}.order_id IS NULL AND o.captured_at = ${line}.captured_at) paid
  JOIN payouts of ON of.id = paid.payout_id AND of.environment = ${environment} AND of.gone_at IS NULL AND coalesce(of.merchant_id = ${merchant}, true)
  WHERE (${traitsOf("paid")}) IS NOT DISTINCT FROM (${traitsOf(line)}))`;

const merchant = "coalesce(p.content->>'merchant_id', c.merchant_id)";

/** SQL for whether a line `p` that a connection `c` has found in no payout is in none still: fewer lines like it are in payouts than it takes. */
export const waits = `p.place > ${paidLike("p", "c.environment", merchant)}`;

/**
 * SQL for the lines of an environment that are in no payout yet, each once: what a payout has brought since they were looked for isn't among them any more,
 * and what two connections of one merchant both have found counts once.
 */
export const waitingLines = (environment: string) => `
  SELECT DISTINCT ON (${traitsOf("p")}, ${merchant}, p.place) p.*, ${merchant} AS merchant_id, coalesce(c.settlement_type LIKE 'GROSS%', false) AS gross
  FROM pending_lines p JOIN payout_connections c ON c.id = p.connection_id
  WHERE c.environment = ${environment} AND ${waits}
  ORDER BY ${traitsOf("p")}, ${merchant}, p.place, p.connection_id`;
