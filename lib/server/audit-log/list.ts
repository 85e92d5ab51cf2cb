import "server-only";
import type { AuditPage, AuditRow } from "@/lib/desk/audit";
import { auditWordsOf } from "@/lib/desk/audit-words";

import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { type AuditQuestion, conditionOf } from "./filter";

const pageSize = 50;

/** The log's entries that answer a question, the latest first, a page at a time. */
export async function listAudit(question: AuditQuestion, after?: string): Promise<AuditPage> {
  const [before] = after === undefined ? [] : readCursor(after, ["bigint"]);
  const rows = await entriesBefore(question, before, pageSize + 1);
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { entries: rows.slice(0, pageSize), next: last ? writeCursor([last.id]) : null };
}

/** All of them, some hundred at a time, as they are asked for. */
export async function* auditPages(question: AuditQuestion): AsyncGenerator<readonly AuditRow[]> {
  for (let before: string | undefined; ; ) {
    const rows = await entriesBefore(question, before, 500);
    if (rows.length > 0) yield rows;
    if (rows.length < 500) return;
    before = rows.at(-1)?.id;
  }
}

async function entriesBefore(question: AuditQuestion, before: string | undefined, most: number): Promise<readonly AuditRow[]> {
  const { sql, values } = conditionOf(question, 3);
  const rows = await query<Omit<AuditRow, "outcome">>(
    `SELECT ${auditColumns} ${auditTables} WHERE ($1::bigint IS NULL OR a.id < $1) AND ${sql} ORDER BY a.id DESC LIMIT $2`,
    [before ?? null, most, ...values],
  );
  return rows.map((row) => ({ ...row, outcome: auditWordsOf(row.kind).outcome }));
}

export const auditColumns = `a.id::text AS id, ${utc("a.at")} AS at, a.kind, p.name AS by, a.person_id, a.role, a.environment, a.account_id, m.account_name AS merchant,
  a.operation, a.operation_id, a.link::int AS link`;

export const auditTables = `FROM audit_entries a LEFT JOIN people p ON p.id = a.person_id
  LEFT JOIN merchants m ON m.environment = a.environment AND m.account_id = a.account_id`;
