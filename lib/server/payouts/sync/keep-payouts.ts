import "server-only";
import type { SyncFault } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../../db/client";
import { type Payout, payoutRow } from "./payout-row";

/** Whose payouts are kept, and whether the lines of all of them are to be read, or only where something is new. */
export interface Keeping {
  readonly environment: Environment;
  readonly connectionId: string;
  readonly everyLine: boolean;
}

export interface Kept {
  readonly added: number;
  readonly changed: number;
  readonly faults: readonly SyncFault[];
}

/**
 * Keeps payouts under their payment references; one that is there already is brought up to date. A reference that belongs to another merchant's payout is left to
 * that one, and said.
 */
export async function keepPayouts({ environment, connectionId, everyLine }: Keeping, given: readonly Payout[]): Promise<Kept> {
  const readable = given.map((one) => (typeof one === "object" && one !== null ? one : {}));
  const named = new Map(
    readable.flatMap((one) => (one.payment_reference ? [[one.payment_reference, payoutRow({ ...one, payment_reference: one.payment_reference })]] : [])),
  );
  const nameless = readable.filter(({ payment_reference }) => !payment_reference);
  const kept = await query<{ reference: string; added: boolean; changed: boolean }>(keepStatement, [
    environment,
    connectionId,
    everyLine,
    JSON.stringify([...named.values()]),
  ]);
  const taken = new Set(kept.map(({ reference }) => reference));
  return {
    added: kept.filter(({ added }) => added).length,
    changed: kept.filter(({ added, changed }) => changed && !added).length,
    faults: [
      ...nameless.map(({ payout_date }): SyncFault => ({ code: "payout-without-reference", about: payout_date?.slice(0, 10) ?? "no date" })),
      ...[...named.keys()].filter((reference) => !taken.has(reference)).map((reference): SyncFault => ({ code: "reference-of-another", about: reference })),
    ],
  };
}

// A row's own time of change tells whether this statement has changed it.
const keepStatement = `
  WITH given AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($4::jsonb)
      AS g (reference text, paid_at timestamptz, currency text, merchant_id text, settlement_type text, amount bigint, content jsonb)),
  latest AS (SELECT merchant_id, settlement_type FROM given WHERE merchant_id IS NOT NULL ORDER BY paid_at DESC NULLS LAST LIMIT 1),
  whose AS (
    UPDATE payout_connections c SET merchant_id = latest.merchant_id, settlement_type = latest.settlement_type FROM latest
    WHERE c.id = $2 AND (c.merchant_id, c.settlement_type) IS DISTINCT FROM (latest.merchant_id, latest.settlement_type))
  INSERT INTO payouts AS p (environment, connection_id, payment_reference, payout_date, listed_at, currency, merchant_id, settlement_type, amount, content)
  SELECT $1, $2, g.reference, g.paid_at, coalesce(g.paid_at, now()), g.currency, g.merchant_id, g.settlement_type, g.amount, g.content
  FROM given g
  ON CONFLICT (environment, payment_reference) DO UPDATE SET
    connection_id = excluded.connection_id, payout_date = excluded.payout_date, listed_at = coalesce(excluded.payout_date, p.listed_at),
    currency = excluded.currency, merchant_id = excluded.merchant_id, settlement_type = excluded.settlement_type, amount = excluded.amount,
    content = excluded.content, seen_at = now(), gone_at = NULL,
    lines_due = p.lines_due OR $3::boolean OR p.gone_at IS NOT NULL OR p.content IS DISTINCT FROM excluded.content,
    changed_at = CASE WHEN p.gone_at IS NOT NULL OR p.content IS DISTINCT FROM excluded.content THEN now() ELSE p.changed_at END
  WHERE p.merchant_id = excluded.merchant_id OR p.merchant_id IS NULL OR excluded.merchant_id IS NULL
  RETURNING payment_reference AS reference, first_seen_at = now() AS added, changed_at = now() AS changed`;
