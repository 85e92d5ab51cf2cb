import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { settlements } from "@/lib/klarna/operations/settlements";

import { query } from "../db/client";

/** Keeps what Klarna answers about a settlement. Where its report is loaded, only what the report can't know yet: the payout. */
export async function learnSettlement(environment: Environment, answer: unknown): Promise<void> {
  const { data } = settlements.get.output.safeParse(answer);
  if (!data) return;
  const totals = Object.fromEntries(Object.entries(data.totals ?? {}).filter(([, value]) => Number.isSafeInteger(value))) as Readonly<Record<string, number>>;
  await query(learnStatement, [
    environment,
    data.settlement_id,
    data.settling_business_entity_id ?? null,
    moment(data.created_at),
    moment(data.period_from),
    moment(data.period_to),
    /^[A-Z]{3}$/.test(data.currency ?? "") ? data.currency : null,
    whole(data.settlement_amount),
    data.totals ? JSON.stringify(totals) : null,
    whole(totals.opening_debt_balance),
    whole(totals.closing_debt_balance),
    data.payout_id ?? null,
  ]);
}

function whole(value: number | null | undefined): number | null {
  return Number.isSafeInteger(value) ? (value ?? null) : null;
}

/** PostgreSQL and JavaScript disagree about odd times: what isn't a plain one isn't kept. */
function moment(text: string | null | undefined): string | null {
  return text && /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null;
}

const learnStatement = `
  INSERT INTO settlements AS s (environment, settlement_id, source, seen_at, entity_id, created_at, period_from, period_to, currency, amount, totals, opening_debt,
    closing_debt, payout_id)
  VALUES ($1, $2, 'looked-up', now(), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (environment, settlement_id) DO UPDATE SET
    seen_at = now(), payout_id = coalesce(excluded.payout_id, s.payout_id),
    ${["entity_id", "created_at", "period_from", "period_to", "currency", "amount", "totals", "opening_debt", "closing_debt"]
      .map((column) => `${column} = CASE WHEN s.load_id IS NULL THEN coalesce(excluded.${column}, s.${column}) ELSE s.${column} END`)
      .join(", ")}`;
