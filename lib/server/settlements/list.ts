import "server-only";
import { noCurrency } from "@/lib/desk/filter-words";
import type { Asked, SettlementFilter, SettlementItem, SettlementPage } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";

import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { Values } from "../db/values";
import { ofCurrency } from "../of-currency";
import { isLate, itemColumns, standings, verdict as verdictOf } from "./standing";

const pageSize = 25;

/** A page of the settlements the desk knows, newest first. */
export async function listSettlements(environment: Environment, filter: Asked<SettlementFilter>, after?: string, limit = pageSize): Promise<SettlementPage> {
  const values = new Values();
  const where = [`s.environment = ${values.add(environment)}`, ...conditions(filter, values)];
  if (after !== undefined) {
    const [at, id] = readCursor(after, ["timestamptz", "text"]);
    where.push(`(s.sorted_at, s.settlement_id) < (${values.add(at)}::timestamptz, ${values.add(id)})`);
  }
  const rows = await query<SettlementItem & { key: string }>(
    `SELECT ${itemColumns}, ${utc("s.sorted_at")} AS key FROM ${standings} WHERE ${where.join(" AND ")}
     ORDER BY s.sorted_at DESC, s.settlement_id DESC LIMIT ${limit + 1}`,
    values.list,
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { settlements: rows.slice(0, limit).map(({ key: _, ...item }) => item), next: last ? writeCursor([last.key, last.settlement_id]) : null };
}

function conditions({ text, verdict, currency, from, to, paid }: Asked<SettlementFilter>, values: Values): string[] {
  const where: string[] = [];
  if (text) {
    const part = `${values.add(`%${text.replace(/[\\%_]/g, "\\$&")}%`)}`;
    where.push(`(s.settlement_id ILIKE ${part} OR s.payout_id ILIKE ${part} OR s.bank_account_reference ILIKE ${part})`);
  }
  if (currency) where.push(ofCurrency("s.currency", currency, values));
  if (verdict) where.push(`${verdictOf} = ${values.add(verdict)}`);
  if (from) where.push(`s.sorted_at >= ${values.add(`${from}T00:00:00Z`)}::timestamptz`);
  if (to) where.push(`s.sorted_at < ${values.add(`${to}T00:00:00Z`)}::timestamptz + interval '24 hours'`);
  if (paid) where.push(isLate);
  return where;
}

/** The currencies of all of them, for a choice. */
export async function settlementCurrencies(environment: Environment): Promise<readonly string[]> {
  const rows = await query<{ currency: string | null }>("SELECT DISTINCT currency FROM settlements WHERE environment = $1 ORDER BY currency NULLS LAST", [
    environment,
  ]);
  return rows.map(({ currency }) => currency ?? noCurrency);
}
