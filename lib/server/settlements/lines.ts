import "server-only";
import type { Asked, SettlementLine, SettlementLineFilter, SettlementLines } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";

import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { Values } from "../db/values";
import { paymentKeysIn } from "./payment-key";

const pageSize = 100;

/** A page of a settlement's transactions, in the order of its report. */
export async function settlementLines(
  environment: Environment,
  settlementId: string,
  filter: Asked<SettlementLineFilter>,
  after?: string,
): Promise<SettlementLines> {
  const payments = filter.reference ? await paymentsCalled(environment, settlementId, filter.reference) : [];
  const values = new Values();
  const settlement = `s.environment = ${values.add(environment)} AND s.settlement_id = ${values.add(settlementId)}`;
  // Not joined: by a load that is known first, PostgreSQL walks the index of its lines, however many there are.
  const load = `(SELECT s.load_id FROM settlements s WHERE ${settlement})`;
  const where = conditions(filter, load, payments, values);
  if (after !== undefined) where.push(`x.line > ${values.add(readCursor(after, ["int"])[0])}::int`);
  const rows = await query<SettlementLine>(
    `SELECT ${lineColumns} FROM (
       SELECT l.*, s.settlement_id, s.currency FROM settlements s CROSS JOIN (
         SELECT x.* FROM settlement_lines x WHERE ${[`x.load_id = ${load}`, ...where].join(" AND ")} ORDER BY x.line LIMIT ${pageSize + 1}) l
       WHERE ${settlement}) x ${lineTables} ORDER BY x.line`,
    values.list,
  );
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { lines: rows.slice(0, pageSize), next: last ? writeCursor([String(last.line)]) : null };
}

/**
 * Everything about one payment in all settlements that are loaded, in the order in which it happened: by its id, or by that of a capture, refund or chargeback of it.
 * A capture that isn't named after its payment is found by an index of such captures.
 */
export async function paymentLines(environment: Environment, id: string): Promise<readonly SettlementLine[]> {
  const rows = await query<SettlementLine>(paymentStatement, [environment, paymentKeysIn(id), id]);
  const captured = new Set(rows.flatMap(({ capture_id, payment_id }) => (capture_id === id ? [payment_id] : [])));
  return rows.filter(({ payment_id }) => id === payment_id || id.startsWith(`${payment_id}:`) || captured.has(payment_id));
}

/** The payments of a settlement that an id names: found by indexes, where a reference takes a walk through all lines. */
async function paymentsCalled(environment: Environment, settlementId: string, id: string): Promise<readonly string[]> {
  const rows = await query<{ payment: string }>(
    `SELECT DISTINCT x.payment FROM settlement_lines x
     WHERE x.payment = ANY(${paymentsBy("$1", "$3", "$4")}) AND x.load_id = (SELECT load_id FROM settlements WHERE environment = $1 AND settlement_id = $2)`,
    [environment, settlementId, paymentKeysIn(id), id],
  );
  return rows.map(({ payment }) => payment);
}

/** SQL for the keys of payments by keys and an id: also the payment of a capture that isn't named after it. */
const paymentsBy = (environment: string, keys: string, id: string) =>
  `ARRAY(SELECT unnest(${keys}::uuid[]) UNION SELECT payment FROM settlement_lines WHERE capture = '=' || ${id} AND left(capture, 1) = '=' AND environment = ${environment})`;

/** What lines must be; words are looked up once, and stand as numbers in the lines. */
function conditions(
  { kind, account, reference, from, to, day }: Asked<SettlementLineFilter>,
  load: string,
  payments: readonly string[],
  values: Values,
): string[] {
  const word = (text: string) => `(SELECT w.id FROM settlement_words w WHERE w.load_id = ${load} AND w.word = ${values.add(text)})`;
  const where: string[] = [];
  if (kind) where.push(`x.type_word = ${word(kind.replace(/\/.*/, ""))} AND x.detailed_word = ${word(kind.replace(/^[^/]*\//, ""))}`);
  if (account) where.push(`x.account_word = ${word(account)}`);
  if (payments.length > 0) where.push(`x.payment = ANY(${values.add(payments)}::uuid[])`);
  else if (reference)
    where.push(
      `(${values.add(reference)} IN (x.reference, x.capture_reference, x.refund_reference, x.dispute) OR ${values.add(`=${reference}`)} IN (x.capture, x.refund, x.chargeback))`,
    );
  if (from) where.push(`x.amount >= ${values.add(from)}::bigint`);
  if (to) where.push(`x.amount <= ${values.add(to)}::bigint`);
  if (day)
    where.push(
      `x.created_at >= ${values.add(`${day}T00:00:00Z`)}::timestamptz AND x.created_at < ${values.add(`${day}T00:00:00Z`)}::timestamptz + interval '24 hours'`,
    );
  return where;
}

/** An id within a payment, put together again. */
const within = (column: string) =>
  `CASE WHEN x.${column} IS NULL THEN NULL WHEN left(x.${column}, 1) = '+' THEN ${paymentIdOf} || substr(x.${column}, 2) ELSE substr(x.${column}, 2) END`;

/** SQL for a payment's id as Klarna writes it. */
const paymentIdOf = "coalesce(x.payment_id, stem.word || x.payment, '')";

/** SQL for lines as they are shown, of `x` (a line with `settlement_id` and `currency`). */
export const lineColumns = `x.settlement_id, x.line, type.word AS type, detailed.word AS detailed_type, ${utc("x.created_at")} AS created_at, x.amount::text AS amount, x.currency,
  x.tax::text AS tax, x.tax_rate, account.word AS account_id, m.account_name AS merchant, ${paymentIdOf} AS payment_id, x.reference, ${within("capture")} AS capture_id,
  x.capture_reference, ${within("refund")} AS refund_id, x.refund_reference, x.dispute AS dispute_id, ${within("chargeback")} AS chargeback_id, x.rest`;

/** What their words and names are in. */
export const lineTables = `
  ${["type", "detailed", "account"].map((name) => `JOIN settlement_words ${name} ON ${name}.load_id = x.load_id AND ${name}.id = x.${name}_word`).join(" ")}
  JOIN settlement_words stem ON stem.load_id = x.load_id AND stem.id = x.payment_word
  LEFT JOIN merchants m ON m.environment = x.environment AND m.account_id = account.word`;

// The lines are looked up first: by their settlements, all of them would be.
const paymentStatement = `
  WITH found AS MATERIALIZED (
    SELECT * FROM settlement_lines WHERE environment = $1 AND payment = ANY(${paymentsBy("$1", "$2", "$3")}))
  SELECT ${lineColumns} FROM (
    SELECT x.*, s.settlement_id, s.currency FROM found x JOIN settlements s ON s.load_id = x.load_id AND s.environment = $1) x ${lineTables}
  ORDER BY x.created_at, x.load_id, x.line LIMIT 1000`;
