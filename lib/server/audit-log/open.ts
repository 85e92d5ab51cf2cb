import "server-only";
import type { AuditEntryOpened, AuditField, AuditRow } from "@/lib/desk/audit";
import { auditWordsOf } from "@/lib/desk/audit-words";
import { operations } from "@/lib/klarna/operations";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { type Before, beforeOf } from "../operations/before";
import { leaves } from "../operations/leaves";
import { same } from "../operations/same";
import { auditColumns, auditTables } from "./list";

/** One entry with what it holds: for an operation field by field, as known before, as sent and as answered. Marked fields were hidden when it was written. */
export async function openAudit(id: string): Promise<AuditEntryOpened> {
  const [row] = await query<Opened>(
    `SELECT ${auditColumns}, encode(a.hash, 'hex') AS hash, a.detail, o.before, (SELECT s.detail FROM audit_entries s WHERE s.operation_id = a.operation_id AND s.kind = 'operation-sent'
       AND s.id <= a.id ORDER BY s.id DESC LIMIT 1) AS sent, q.name AS about
     ${auditTables} LEFT JOIN operations o ON o.id = a.operation_id LEFT JOIN people q ON q.id::text = a.detail->>'person' WHERE a.id = $1`,
    [id],
  );
  if (!row) throw new ProblemError({ status: 404, code: "NO_SUCH_ENTRY", message: "There is no such entry in the log." });
  const { detail, before, sent, about, ...known } = row;
  return { ...known, outcome: auditWordsOf(row.kind).outcome, facts: factsOf(detail, about), fields: fieldsOf(row) };
}

interface Opened extends Omit<AuditRow, "outcome"> {
  readonly hash: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly before: Before | null;
  /** What the sending before it, or it itself, has sent. */
  readonly sent: { readonly params?: Readonly<Record<string, string>>; readonly body?: unknown; readonly before?: unknown } | null;
  readonly about: string | null;
}

function factsOf(detail: Opened["detail"], about: string | null): AuditEntryOpened["facts"] {
  const facts = Object.entries(detail ?? {}).filter(([name]) => !told.has(name));
  return [...(about === null ? [] : [{ name: "whom", value: about }]), ...leaves(Object.fromEntries(facts)).map(([name, value]) => ({ name, value }))];
}

/** What is told field by field. */
const told = new Set(["body", "answer", "before"]);

function fieldsOf({ operation: name, detail, before, sent }: Opened): readonly AuditField[] {
  const operation = name === null ? undefined : operations.get(name);
  if (!operation) return [];
  const was = new Map(leaves(sent?.before ?? beforeOf(operation, sent?.params ?? {}, before)));
  const body = new Map(leaves(sent?.body));
  const now = new Map(leaves(detail?.answer));
  // Beside what was sent, what it changed: most of an answer is as it was.
  const changed = [...now.keys()].filter((path) => was.has(path) && !same(was.get(path), now.get(path)));
  return [...new Set([...body.keys(), ...changed])].map((path) => ({
    path,
    before: was.get(path) ?? null,
    sent: body.get(path) ?? null,
    after: now.get(path) ?? null,
  }));
}
