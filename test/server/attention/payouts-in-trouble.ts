import { query } from "@/lib/server/db/client";

/** A refused connection whose payouts have stopped, of which one doesn't add up and is held; and a settlement that isn't paid out. */
export async function payoutsInTrouble(): Promise<void> {
  const [connection] = await query<{ id: string }>(
    `INSERT INTO payout_connections (environment, region, name, hint, start_date, listed_until, refusal)
     VALUES ('test', 'eu', 'Somebody''s shop', 'k', '2025-01-01', now(), 'KLARNA_REFUSED_KEY') RETURNING id`,
  );
  await query(
    `INSERT INTO payouts (environment, connection_id, payment_reference, payout_date, listed_at, currency, merchant_id, content, lines_due, proof)
     SELECT 'test', $1, 'X-' || n, now() - interval '10 days' - n * interval '1 day', now() - interval '10 days' - n * interval '1 day', 'EUR', 'K123456', '{}', false,
       '{"equation": "differs", "lines": "agree", "gap": "5"}' FROM generate_series(1, 6) n`,
    [connection?.id],
  );
  await query(
    "INSERT INTO payout_sums (payout_id, type, detailed_type, lines, amount, tax) SELECT id, 'HOLDBACK', 'UNDER_REVIEW', 1, -5, 0 FROM payouts WHERE payment_reference = 'X-1'",
  );
  await query(
    "INSERT INTO settlements (environment, settlement_id, source, currency, amount, created_at) VALUES ('test', 'XD65-2', 'looked-up', 'EUR', 500, now() - interval '6 days')",
  );
}
