import "server-only";
import type { FeeAuditLine, FeeAuditLines } from "@/lib/desk/fee-audit";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { decimalText, exactText } from "@/lib/money";

import { appendAudit } from "../../audit";
import { answerCsv, type CsvColumn } from "../../csv";
import { readCursor, writeCursor } from "../../cursor";
import { query } from "../../db/client";
import { utc } from "../../db/utc";
import type { Actor } from "../../operations/record";
import type { Wanted } from "../download";

const pageSize = 100;
const rowsAtOnce = 2_000;

/** The fees that aren't what the plan says, in the order of the report; of one merchant where that is asked for. */
export async function differingFees(environment: Environment, settlementId: string, account: string | undefined, after?: string): Promise<FeeAuditLines> {
  const line = after === undefined ? 0 : Number(readCursor(after, ["int"])[0]);
  const rows = await differing({ environment, settlementId, account, line, most: pageSize + 1 });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { lines: rows.slice(0, pageSize), next: last ? writeCursor([String(last.line)]) : null };
}

/** All of them for a spreadsheet. Throws 409 while nothing was checked. */
export async function downloadDifferingFees({ environment, settlement_id: settlementId, check }: Wanted, by: Actor): Promise<Response | undefined> {
  const [checked] = await query<{ currency: string }>(
    `SELECT s.currency FROM settlements s JOIN fee_audits a ON a.load_id = s.load_id
     WHERE s.environment = $1 AND s.settlement_id = $2 AND a.result IS NOT NULL`,
    [environment, settlementId],
  );
  if (!checked) throw new ProblemError({ status: 409, code: "NOT_CHECKED", message: "This settlement's fees haven't been held against the price plans yet." });
  if (check) return undefined;
  await appendAudit({ kind: "settlement-exported", by, environment, detail: { settlement: settlementId, form: "fees" } });
  const name = `settlement-${settlementId}-fees.csv`.replace(/[^\w.-]/g, "_");
  return answerCsv(name, columnsOf(checked.currency), pages(environment, settlementId));
}

async function* pages(environment: Environment, settlementId: string): AsyncGenerator<readonly FeeAuditLine[]> {
  for (let line = 0; ; ) {
    const rows = await differing({ environment, settlementId, account: undefined, line, most: rowsAtOnce });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    line = last.line;
  }
}

interface Asked {
  readonly environment: Environment;
  readonly settlementId: string;
  readonly account: string | undefined;
  readonly line: number;
  readonly most: number;
}

function differing({ environment, settlementId, account, line, most }: Asked): Promise<readonly FeeAuditLine[]> {
  return query<FeeAuditLine>(statement, [environment, settlementId, account ?? null, line, most]);
}

const statement = `
  SELECT f.line, type.word AS type, detailed.word AS detailed_type, ${utc("x.created_at")} AS created_at, account.word AS account_id, m.account_name AS merchant,
    coalesce(x.payment_id, stem.word || x.payment, '') AS payment_id, x.reference, f.reason, f.captured::text AS captured, f.percentage::int AS percentage,
    f.fixed::text AS fixed, plan.word AS price_plan_id, f.plan_version, x.amount::text AS charged, f.expected::text AS expected
  FROM (
    SELECT f.* FROM settlements s JOIN fee_audits a ON a.load_id = s.load_id JOIN fee_audit_lines f ON f.load_id = a.load_id AND f.attempt = a.result
    WHERE s.environment = $1 AND s.settlement_id = $2 AND f.line > $4 AND ($3::text IS NULL OR f.account_word = (
      SELECT w.id FROM settlement_words w WHERE w.load_id = s.load_id AND w.word = $3::text))
    ORDER BY f.line LIMIT $5) f
  JOIN settlement_lines x ON x.load_id = f.load_id AND x.line = f.line
  ${["type", "detailed", "account", "plan"].map((name) => `JOIN settlement_words ${name} ON ${name}.load_id = f.load_id AND ${name}.id = ${name === "plan" ? "f" : "x"}.${name}_word`).join("\n  ")}
  JOIN settlement_words stem ON stem.load_id = x.load_id AND stem.id = x.payment_word
  LEFT JOIN merchants m ON m.environment = x.environment AND m.account_id = account.word
  ORDER BY f.line`;

function columnsOf(currency: string): readonly CsvColumn<FeeAuditLine>[] {
  const money = (minor: string) => decimalText(BigInt(minor), currency);
  return [
    { header: "line", cell: ({ line }) => line },
    { header: "type", cell: ({ type }) => type },
    { header: "detailed_type", cell: ({ detailed_type }) => detailed_type },
    { header: "created_at", cell: ({ created_at }) => created_at },
    { header: "merchant", cell: ({ merchant }) => merchant },
    { header: "account_id", cell: ({ account_id }) => account_id },
    { header: "payment_transaction_id", cell: ({ payment_id }) => payment_id },
    { header: "payment_transaction_reference", cell: ({ reference }) => reference },
    { header: "currency", cell: () => currency },
    { header: "captured", cell: ({ captured }) => money(captured) },
    { header: "price_plan_id", cell: ({ price_plan_id }) => price_plan_id },
    { header: "price_plan_version", cell: ({ plan_version }) => plan_version },
    { header: "percentage", cell: ({ percentage }) => exactText(BigInt(percentage), 2) },
    { header: "fixed", cell: ({ fixed }) => money(fixed) },
    { header: "charged", cell: ({ charged }) => money(charged) },
    { header: "by_plan", cell: ({ expected }) => money(expected) },
    { header: "difference", cell: ({ charged, expected }) => decimalText(BigInt(charged) - BigInt(expected), currency) },
    { header: "reason", cell: ({ reason }) => reason },
  ];
}
