import "server-only";
import type { SettlementAcceptance, SettlementDetail, SettlementItem } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { unseal } from "../crypto";
import { query } from "../db/client";
import type { ReportRefusal } from "../db/schema/settlements";
import { utc } from "../db/utc";
import { prove } from "./prove";
import { chainGap, itemColumns, standings } from "./standing";

/** Everything about one settlement but its transactions. Throws 404 for one that the desk doesn't know. */
export async function settlementDetail(environment: Environment, settlementId: string): Promise<SettlementDetail> {
  const detail = await findSettlement(environment, settlementId);
  if (detail) return detail;
  throw new ProblemError({ status: 404, code: "NO_SUCH_SETTLEMENT", message: "The desk doesn't know this settlement. Look it up at Klarna by its id." });
}

/** The same; undefined for one that the desk doesn't know. */
export async function findSettlement(environment: Environment, settlementId: string): Promise<SettlementDetail | undefined> {
  const [row] = await query<Row>(detailStatement, [environment, settlementId]);
  if (!row) return undefined;
  const [types, days, acceptances] = await Promise.all([
    query<SettlementDetail["types"][number]>(typesStatement, [row.load_id]),
    query<SettlementDetail["days"][number]>(daysStatement, [row.load_id]),
    query<Accepted>(acceptancesStatement, [environment, settlementId]),
  ]);
  const { load_id, loaded_at, loaded_by, sha256, bytes, previous_id, previous_to, previous_closing, adjacent, totals: sent, ...item } = row;
  const kinds = types.map(({ type, detailed_type, rows, amount, tax }) => ({
    type,
    detailedType: detailed_type,
    rows,
    amount: BigInt(amount),
    tax: BigInt(tax),
  }));
  const proof = load_id === null || row.amount === null ? undefined : prove(BigInt(row.amount), sent ?? {}, kinds);
  return {
    ...item,
    totals: Object.fromEntries(Object.entries(sent ?? {}).map(([name, value]) => [name, String(value)])),
    parts: (proof?.parts ?? []).map(({ part, summary, lines, rows, gap }) => ({
      part,
      summary: summary === undefined ? null : String(summary),
      lines: String(lines),
      rows,
      gap: gap === undefined ? null : String(gap),
    })),
    parts_sum: proof ? String(proof.partsSum) : null,
    lines_sum: proof ? String(proof.linesSum) : null,
    previous:
      previous_id === null ? null : { settlement_id: previous_id, period_to: previous_to ?? "", closing_debt: previous_closing, adjacent: adjacent === true },
    types,
    days,
    loaded: loaded_at === null || sha256 === null ? null : { at: loaded_at, sha256, bytes: bytes ?? "0", by: loaded_by },
    acceptances: acceptances.map(acceptanceOf),
  };
}

interface Row extends SettlementItem {
  readonly created_at: string | null;
  readonly entity_id: string | null;
  readonly bank_account_reference: string | null;
  readonly announced_at: string | null;
  readonly seen_at: string | null;
  readonly opening_debt: string | null;
  readonly closing_debt: string | null;
  readonly next_id: string | null;
  readonly refusal: ReportRefusal | null;
  readonly totals: Readonly<Record<string, number>> | null;
  readonly load_id: number | null;
  readonly loaded_at: string | null;
  readonly loaded_by: string | null;
  readonly sha256: string | null;
  readonly bytes: string | null;
  readonly previous_id: string | null;
  readonly previous_to: string | null;
  readonly previous_closing: string | null;
  readonly adjacent: boolean | null;
}

interface Accepted extends Omit<SettlementAcceptance, "reason"> {
  readonly id: string;
  readonly reason: Buffer;
}

function acceptanceOf({ id, reason, ...acceptance }: Accepted): SettlementAcceptance {
  try {
    return { ...acceptance, reason: unseal(reasonPlace(id), reason) };
  } catch {
    return { ...acceptance, reason: null };
  }
}

/** Where a reason is kept, which is a part of its seal. */
export function reasonPlace(id: string): string {
  return `settlement_acceptances.reason ${id}`;
}

const detailStatement = `
  SELECT ${itemColumns}, ${utc("s.created_at")} AS created_at, s.entity_id, s.bank_account_reference, ${utc("s.announced_at")} AS announced_at, ${utc("s.seen_at")} AS seen_at,
    s.opening_debt::text AS opening_debt, s.closing_debt::text AS closing_debt, s.refusal, s.totals, s.load_id, ${utc("l.ready_at")} AS loaded_at,
    (SELECT b.name FROM people b WHERE b.id = l.person_id) AS loaded_by, encode(l.sha256, 'hex') AS sha256, l.bytes::text AS bytes, p.settlement_id AS previous_id, ${utc("p.period_to")} AS previous_to,
    p.closing_debt::text AS previous_closing, p.adjacent,
    (SELECT n.settlement_id FROM settlements n WHERE n.environment = s.environment AND n.entity_id = s.entity_id AND n.currency = s.currency
       AND n.period_from >= s.period_to AND n.settlement_id <> s.settlement_id ORDER BY n.period_from LIMIT 1) AS next_id
  FROM ${standings} WHERE s.environment = $1 AND s.settlement_id = $2`;

const sums = "sum(rows)::int AS rows, sum(amount)::text AS amount, sum(tax)::text AS tax FROM settlement_sums WHERE load_id = $1 AND day IS NOT NULL";
const typesStatement = `SELECT type, detailed_type, ${sums} GROUP BY type, detailed_type ORDER BY sum(abs(amount)) DESC, type, detailed_type`;
const daysStatement = `SELECT day::text AS day, ${sums} GROUP BY day ORDER BY day`;

const acceptancesStatement = `
  SELECT x.id, b.name AS person, ${utc("x.accepted_at")} AS accepted_at, x.reason, x.lines_gap::text AS lines_gap, x.parts_gap::text AS parts_gap,
    x.chain_gap::text AS chain_gap, coalesce(x.sha256 = l.sha256 AND x.chain_gap IS NOT DISTINCT FROM ${chainGap}, false) AS current
  FROM ${standings} JOIN settlement_acceptances x ON x.environment = s.environment AND x.settlement_id = s.settlement_id JOIN people b ON b.id = x.person_id
  WHERE s.environment = $1 AND s.settlement_id = $2 ORDER BY x.accepted_at DESC`;
