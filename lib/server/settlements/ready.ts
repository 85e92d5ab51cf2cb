import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import type { ReportRefusal } from "../db/schema/settlements";
import { dropLoad, type Loading } from "./loads";
import { prove } from "./prove";
import type { Report } from "./report/read-report";

/** What came of a load: `same` is the report that was there already; not taken were `other`, another one of the same settlement, and `contrary`, a file that denies what Klarna says. */
export type Outcome = "loaded" | "same" | "other" | "contrary";

/** Makes a load the settlement's in one statement, unless the same report is there already, or another that it may not replace, or a file isn't what Klarna says. */
export async function makeReady(loadId: number, loading: Loading, report: Report): Promise<Outcome> {
  const { environment, source, replaces = false, by } = loading;
  const settlementId = report.summary.settlementId;
  for (;;) {
    const [known] = await query<Known>(knownStatement, [environment, settlementId]);
    const before = known?.load_id ?? null;
    if (known?.sha256?.equals(report.sha256)) {
      // What somebody brings once more is nothing new of Klarna's.
      if (source !== "imported")
        await query("UPDATE settlements SET seen_at = now(), refusal = NULL WHERE environment = $1 AND settlement_id = $2", [environment, settlementId]);
      return "same";
    }
    if (before !== null && !replaces) {
      // Who brought a file is told so; that Klarna's own report has changed isn't known by it.
      if (source !== "imported") await noteRefusal({ environment, settlementId }, { code: "OTHER_CONTENT", line: null, column: null, reason: otherContent });
      return "other";
    }
    if (known && before === null && source === "imported" && isContrary(known, report)) return "contrary";
    const made = await query(readyStatement, [loadId, environment, settlementId, source, before, ...valuesOf(report), by?.personId ?? null, by?.role ?? null]);
    if (made.length > 0) {
      if (before !== null) await dropLoad(before);
      return "loaded";
    }
    // Another load was faster: it is looked at as what was there before.
    const [mine] = await query("SELECT 1 FROM settlement_loads WHERE id = $1 AND state = 'loading'", [loadId]);
    if (!mine) throw new Error("The load was cleared away while it went on.");
  }
}

interface Known {
  readonly load_id: number | null;
  readonly sha256: Buffer | null;
  readonly amount: string | null;
  readonly currency: string | null;
}

/** Whether Klarna itself has said another amount or currency: a file isn't its word. */
function isContrary({ amount, currency }: Known, { summary }: Report): boolean {
  return (amount !== null && amount !== String(summary.amount)) || (currency !== null && currency !== summary.currency);
}

/** Notes why a report wasn't taken, at a settlement that the desk knows. */
export async function noteRefusal(
  { environment, settlementId }: { environment: Environment; settlementId?: string | undefined },
  refusal: Omit<ReportRefusal, "at">,
): Promise<void> {
  await query("UPDATE settlements SET refusal = $3::jsonb || jsonb_build_object('at', now()) WHERE environment = $1 AND settlement_id = $2", [
    environment,
    settlementId ?? null,
    JSON.stringify(refusal),
  ]);
}

const otherContent = "Klarna's report isn't the one that was loaded and proved before: its content is another one now";

function valuesOf({ summary, sums, words, sha256, bytes, rows }: Report): readonly unknown[] {
  const kinds = sums.byKind().map(({ type, detailed, ...sum }) => ({ type: words[type] ?? "", detailedType: words[detailed] ?? "", ...sum }));
  const proof = prove(BigInt(summary.amount), summary.totals, kinds);
  const gaps = proof.parts.filter(({ gap = 0n }) => gap !== 0n).map(({ part, gap }) => [part, Number(gap)]);
  return [
    sha256,
    bytes,
    rows,
    summary.entityId,
    summary.createdAt,
    summary.periodFrom,
    summary.periodTo,
    summary.currency,
    summary.amount,
    JSON.stringify(summary.totals),
    summary.totals.opening_debt_balance ?? null,
    summary.totals.closing_debt_balance ?? null,
    summary.payoutId,
    summary.paidOutAt,
    summary.bankAccountId,
    summary.bankAccountReference,
    String(proof.partsGap),
    String(proof.linesGap),
    JSON.stringify(Object.fromEntries(gaps)),
    proof.holds,
  ];
}

const knownStatement = `
  SELECT s.load_id, l.sha256, s.amount::text AS amount, s.currency FROM settlements s LEFT JOIN settlement_loads l ON l.id = s.load_id
  WHERE s.environment = $1 AND s.settlement_id = $2`;

// What the report's summary says counts from now on; nothing is made ready twice, and nothing that was cleared away. What is loaded because it is wanted ends
// its wish itself: another may have been made meanwhile. A file that somebody brings ends none, and is nothing that Klarna has said. A payout
// that Klarna has named is known, whether or not the report was made before it.
const readyStatement = `
  WITH mine AS (
    UPDATE settlement_loads SET state = 'ready', ready_at = now(), settlement_id = $3, sha256 = $6, bytes = $7::bigint, rows = $8::int
    WHERE id = $1 AND state = 'loading' AND $5::int IS NOT DISTINCT FROM (SELECT load_id FROM settlements WHERE environment = $2 AND settlement_id = $3)
    RETURNING id),
  noted AS (
    INSERT INTO audit_entries (kind, person_id, role, environment, detail)
    SELECT 'settlement-report-imported', $26::uuid, $27, $2, jsonb_build_object('settlement', $3::text, 'sha256', encode($6::bytea, 'hex'), 'rows', $8::int)
    FROM mine WHERE $26::uuid IS NOT NULL)
  INSERT INTO settlements AS s (environment, settlement_id, source, seen_at, entity_id, created_at, period_from, period_to, currency, amount, totals, opening_debt,
    closing_debt, payout_id, paid_out_at, bank_account_id, bank_account_reference, parts_gap, lines_gap, gaps, proved, load_id)
  SELECT $2, $3, $4, CASE WHEN $4 <> 'imported' THEN now() END, $9, $10::timestamptz, $11::timestamptz, $12::timestamptz, $13, $14::bigint, $15::jsonb,
    $16::bigint, $17::bigint, $18, $19::timestamptz, $20, $21, $22::bigint, $23::bigint, $24::jsonb, $25::boolean, id FROM mine
  ON CONFLICT (environment, settlement_id) DO UPDATE SET
    seen_at = coalesce(excluded.seen_at, s.seen_at), entity_id = excluded.entity_id, created_at = excluded.created_at, period_from = excluded.period_from,
    period_to = excluded.period_to, currency = excluded.currency, amount = excluded.amount, totals = excluded.totals, opening_debt = excluded.opening_debt,
    closing_debt = excluded.closing_debt, payout_id = coalesce(excluded.payout_id, s.payout_id), paid_out_at = coalesce(excluded.paid_out_at, s.paid_out_at),
    bank_account_id = excluded.bank_account_id, bank_account_reference = excluded.bank_account_reference, parts_gap = excluded.parts_gap,
    lines_gap = excluded.lines_gap, gaps = excluded.gaps, proved = excluded.proved, load_id = excluded.load_id, refusal = NULL
  WHERE s.load_id IS NOT DISTINCT FROM $5::int
  RETURNING s.load_id`;
