import "server-only";
import type { PayoutProof } from "@/lib/desk/payout";

import { query } from "../../db/client";
import type { LineRow } from "./line-row";
import type { Sum } from "./sums";

/** Which run of which reading writes; what a later run has taken over is out of its reach. Nobody in particular, where a person has one payout read. */
export interface Writer {
  readonly sync: string;
  readonly fence: number;
}

/** Keeps some lines of a payout under their keys; those that are there as they are stay untouched, and that others weren't stands at the payout at once. */
export async function keepLines(payoutId: string, rows: readonly LineRow[], writer: Writer | undefined): Promise<void> {
  await query(keepStatement, [payoutId, JSON.stringify(rows), writer?.sync ?? null, writer?.fence ?? null]);
}

/** What all lines of a payout have been found to be. */
export interface Found {
  readonly keys: readonly string[];
  readonly sums: readonly Sum[];
  readonly proof: PayoutProof;
}

/**
 * Ends the reading of a payout's lines: those that weren't among them go, and what they come to stands beside it. Does nothing when the payout has changed
 * meanwhile (then its lines are due once more), or another run has taken over.
 */
export async function concludeLines(payoutId: string, content: unknown, { keys, sums, proof }: Found, writer: Writer | undefined): Promise<void> {
  await query(concludeStatement, [
    payoutId,
    JSON.stringify(content),
    keys,
    JSON.stringify(
      sums.map(({ type, detailedType, lines, amount, tax }) => ({
        type,
        detailed_type: detailedType,
        lines,
        amount: amount?.toString() ?? null,
        tax: tax.toString(),
      })),
    ),
    JSON.stringify(proof),
    writer?.sync ?? null,
    writer?.fence ?? null,
  ]);
}

const columns = "type, detailed_type, amount, tax, currency, captured_at, order_id, merchant_reference, capture_id, refund_id, content";
/** The columns of lines as they come in JSON. */
export const lineRecord = `g (key text, type text, detailed_type text, amount bigint, tax bigint, currency text, captured_at timestamptz, order_id text, merchant_reference text,
  capture_id text, refund_id text, content jsonb)`;
export const lineNames = columns;

const writes = (sync: string, fence: string) =>
  `(${sync}::uuid IS NULL OR EXISTS (SELECT FROM payout_syncs WHERE id = ${sync}::uuid AND fence = ${fence}::int))`;

/** SQL for whether payout `p`, or a line of it, came out differently since its lines were last all read. */
export const changedSince = "(p.lines_read_at IS NULL OR p.changed_at > p.lines_read_at)";

const keepStatement = `
  WITH kept AS (
    INSERT INTO payout_lines AS l (payout_id, key, ${columns})
    SELECT $1::bigint, decode(g.key, 'hex'), ${columns.replaceAll(/\b(\w+)/g, "g.$1")} FROM json_to_recordset($2::json) AS ${lineRecord}
    WHERE ${writes("$3", "$4")}
    ON CONFLICT (payout_id, key) DO UPDATE SET
      type = excluded.type, detailed_type = excluded.detailed_type, amount = excluded.amount, tax = excluded.tax, currency = excluded.currency,
      captured_at = excluded.captured_at, order_id = excluded.order_id, merchant_reference = excluded.merchant_reference, capture_id = excluded.capture_id,
      refund_id = excluded.refund_id, content = excluded.content
    WHERE l.content IS DISTINCT FROM excluded.content OR l.amount IS DISTINCT FROM excluded.amount
    RETURNING 1)
  UPDATE payouts p SET changed_at = now() WHERE id = $1::bigint AND NOT ${changedSince} AND EXISTS (SELECT FROM kept)`;

const concludeStatement = `
  WITH mine AS MATERIALIZED (
    SELECT id FROM payouts WHERE id = $1::bigint AND content = $2::jsonb AND ${writes("$6", "$7")} FOR UPDATE),
  gone AS (
    DELETE FROM payout_lines l USING mine WHERE l.payout_id = mine.id AND encode(l.key, 'hex') NOT IN (SELECT unnest($3::text[])) RETURNING 1),
  summed AS (
    INSERT INTO payout_sums AS s (payout_id, type, detailed_type, lines, amount, tax)
    SELECT mine.id, g.type, g.detailed_type, g.lines, g.amount, g.tax
    FROM mine, jsonb_to_recordset($4::jsonb) AS g (type text, detailed_type text, lines int, amount bigint, tax bigint)
    ON CONFLICT (payout_id, type, detailed_type) DO UPDATE SET lines = excluded.lines, amount = excluded.amount, tax = excluded.tax
    RETURNING type, detailed_type),
  unsummed AS (
    DELETE FROM payout_sums s USING mine WHERE s.payout_id = mine.id AND NOT EXISTS (
      SELECT FROM jsonb_to_recordset($4::jsonb) AS g (type text, detailed_type text) WHERE g.type = s.type AND g.detailed_type = s.detailed_type))
  UPDATE payouts p SET lines_due = false, lines_read_at = now(), proof = $5::jsonb,
    changed_at = CASE WHEN ${changedSince} OR EXISTS (SELECT FROM gone) THEN now() ELSE changed_at END
  FROM mine WHERE p.id = mine.id`;
