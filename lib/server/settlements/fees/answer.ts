import "server-only";
import type { AuditedPlan, FeeAudit, FeeAuditMerchant, FeeAuditMerchants } from "@/lib/desk/fee-audit";
import type { Environment } from "@/lib/klarna/environment";

import { keysIn, requireKeys, writeCursor } from "../../cursor";
import { query } from "../../db/client";
import { utc } from "../../db/utc";

const pageSize = 100;

/** How a settlement's fees stand against the price plans: by what was found, the most charged first. */
export async function feeAudit(environment: Environment, settlementId: string): Promise<FeeAudit> {
  const values = [environment, settlementId];
  const [[audit], reasons] = await Promise.all([
    query<{ wanted: boolean; checked_at: string | null; plans: readonly AuditedPlan[] | null }>(auditStatement, values),
    query<FeeAudit["reasons"][number]>(reasonsStatement, values),
  ]);
  // What is loaded and isn't noted yet will be, within a minute.
  return { wanted: audit?.wanted ?? true, checked_at: audit?.checked_at ?? null, plans: audit?.plans ?? [], reasons };
}

/** The same by merchant: those that were charged otherwise first, by how much; names are the directory's. */
export async function feeAuditMerchants(environment: Environment, settlementId: string, after?: string): Promise<FeeAuditMerchants> {
  // A difference may be long, and is never negative here.
  const [size = null, word = null] = after === undefined ? [] : requireKeys(keysIn(after), ["text", "int"]);
  const rows = await query<FeeAuditMerchant & { word: number; size: string }>(merchantsStatement, [
    environment,
    settlementId,
    size !== null && /^\d{1,30}$/.test(size) ? size : null,
    word,
  ]);
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return {
    merchants: rows.slice(0, pageSize).map(({ word: _, size: __, ...merchant }) => merchant),
    next: last ? writeCursor([last.size, String(last.word)]) : null,
  };
}

const auditStatement = `
  SELECT a.wanted_at IS NOT NULL AS wanted, CASE WHEN a.result IS NOT NULL THEN ${utc("a.checked_at")} END AS checked_at, a.plans
  FROM settlements s JOIN fee_audits a ON a.load_id = s.load_id WHERE s.environment = $1 AND s.settlement_id = $2`;

const found = "settlements s JOIN fee_audits a ON a.load_id = s.load_id JOIN fee_audit_sums x ON x.load_id = a.load_id AND x.attempt = a.result";
const ofSettlement = "s.environment = $1 AND s.settlement_id = $2";

const reasonsStatement = `
  SELECT x.outcome, x.reason, x.detail, sum(x.rows)::int AS rows, sum(x.charged)::text AS charged,
    CASE WHEN x.outcome <> 'unchecked' THEN sum(x.expected)::text END AS expected
  FROM ${found} WHERE ${ofSettlement} GROUP BY x.outcome, x.reason, x.detail ORDER BY sum(abs(x.charged)) DESC, x.reason, x.detail`;

const rowsOf = (outcome: string) => `coalesce(sum(x.rows) FILTER (WHERE x.outcome = '${outcome}'), 0)::int AS ${outcome}`;

const merchantsStatement = `
  SELECT w.word AS account_id, m.account_name AS name, t.word, t.agrees, t.differs, t.unchecked, t.charged, t.difference::text AS difference, t.unchecked_charged,
    t.size::text AS size
  FROM (
    SELECT x.load_id, x.account_word AS word, ${rowsOf("agrees")}, ${rowsOf("differs")}, ${rowsOf("unchecked")}, sum(x.charged)::text AS charged,
      coalesce(sum(x.charged - x.expected) FILTER (WHERE x.outcome = 'differs'), 0) AS difference,
      coalesce(sum(x.charged) FILTER (WHERE x.outcome = 'unchecked'), 0)::text AS unchecked_charged,
      abs(coalesce(sum(x.charged - x.expected) FILTER (WHERE x.outcome = 'differs'), 0)) AS size
    FROM ${found} WHERE ${ofSettlement} GROUP BY x.load_id, x.account_word) t
  JOIN settlement_words w ON w.load_id = t.load_id AND w.id = t.word
  LEFT JOIN merchants m ON m.environment = $1 AND m.account_id = w.word
  WHERE $3::numeric IS NULL OR (t.size, t.word) < ($3::numeric, $4::int) ORDER BY t.size DESC, t.word DESC LIMIT ${pageSize + 1}`;
