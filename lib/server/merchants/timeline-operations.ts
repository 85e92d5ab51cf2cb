import "server-only";
import type { ChangedField, OperationEntry } from "@/lib/desk/timeline";
import { everyOperation } from "@/lib/klarna/every-operation";
import type { Operation } from "@/lib/klarna/operation";
import { can, type Role } from "@/lib/klarna/permissions";
import { hidden } from "@/lib/klarna/sensitive";

import { utc } from "../db/utc";
import { announcedAt, announcedBy } from "../operations/announcements";
import { type Before, beforeOf } from "../operations/before";
import { leaves } from "../operations/leaves";
import { same } from "../operations/same";
import { labelOf } from "./field-label";
import { type Asked, latestOf, type Source } from "./timeline-rows";

/** What people asked of Klarna, with what became of it and, where that is asked for, what it changed. */
export async function operations(asked: Asked, limit: number): Promise<readonly OperationEntry[]> {
  const rows = await latestOf<Row>(sourceFor(asked), asked, limit);
  return rows.map(({ params, before, sent, ...entry }) => {
    const fields = asked.fields && fieldsOf(entry.name, asked, { params: params ?? {}, before: before ?? null, sent: sent ?? {} });
    return fields ? { ...entry, fields } : entry;
  });
}

interface Known {
  readonly params: Readonly<Record<string, string>>;
  readonly before: Before | null;
  /** As it was written down: with its marked fields hidden. */
  readonly sent: { readonly body?: unknown; readonly changed?: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[] };
}
type Row = OperationEntry & Partial<Known>;

function sourceFor({ question, fields }: Asked): Source {
  return {
    ...{ table: "operations", as: "o", kinds: ["operation", "refusal"], at: "o.first_sent_at", kind: "'operation'", id: "o.id", person: "o.person_id" },
    which: (values) => `CASE WHEN o.state = 'rejected' THEN 'refusal' ELSE 'operation' END = ANY(${values.add(question.kinds)}::text[])`,
    tells: () => (fields ? `${operationColumns}, o.params, o.before, ${sending} AS sent` : operationColumns),
    joins: (values) => operationJoins(values.add(announcedBy)),
  };
}

/** SQL: what the columns below need beside an operation `o`. `types` is the place of `announcedBy`. */
export function operationJoins(types: string): string {
  return `JOIN people p ON p.id = o.person_id LEFT JOIN merchants m ON m.environment = o.environment AND m.account_id = o.account_id
      CROSS JOIN LATERAL (SELECT ${announcedAt(types)} AS at) a`;
}

/** SQL: what is told of an operation `o` besides its id and when it was first sent. */
export const operationColumns = `
  o.name, o.state, p.name AS by, o.tries, ${utc("o.sent_at")} AS sent_at, CASE WHEN o.state <> 'confirmed' THEN o.idempotency_key END AS idempotency_key,
  ${utc("o.settled_at")} AS settled_at, o.settled_by, o.code, o.error_id,
  CASE WHEN m.seen_at >= o.settled_at THEN ${utc("m.seen_at")} END AS read_at,
  CASE WHEN o.settled_by = 'person' THEN (SELECT q.name FROM operation_decisions d JOIN people q ON q.id = d.person_id WHERE d.operation_id = o.id
                                          ORDER BY d.at DESC LIMIT 1) END AS decided_by,
  CASE WHEN o.state <> 'confirmed' THEN NULL
    WHEN a.at IS NOT NULL THEN jsonb_build_object('is', 'come', 'at', ${utc("a.at")})
    WHEN o.unannounced_since IS NOT NULL THEN jsonb_build_object('is', 'late', 'at', ${utc("o.unannounced_since")},
      'read_again', coalesce(m.seen_at > o.unannounced_since OR m.missing_since IS NOT NULL, false))
    WHEN o.awaited_until IS NOT NULL THEN jsonb_build_object('is', 'awaited', 'at', ${utc("o.awaited_until")}) END AS announcement`;

const sending = `(SELECT jsonb_build_object('body', s.detail->'body', 'changed', s.detail->'changed') FROM audit_entries s
  WHERE s.operation_id = o.id AND s.kind = 'operation-sent' ORDER BY s.id DESC LIMIT 1)`;

/** What an operation changed, for those who may read what it changes, or the audit log: as it was compared when it was sent, else what was sent beside what was known. */
function fieldsOf(name: string, { role }: Asked, { params, before, sent: { body, changed } }: Known): readonly ChangedField[] | undefined {
  const operation = everyOperation.get(name);
  if (!operation || !(mayRead(role, operation) || can(role, "audit:read"))) return undefined;
  const changedTo = (path: string, was: string | null, after: string | null): ChangedField => ({
    ...{ path, ...labelOf(operation.resource, path), before: was, after },
    masked: was === hidden || after === hidden,
  });
  if (changed) return changed.map(({ field, before: was, after }) => changedTo(field, words(was), words(after)));
  // What makes a whole thing changes none.
  if (/\.(onboard|migrate|create)$/.test(name)) return undefined;
  const was = new Map(leaves(beforeOf(operation, params, before)));
  return leaves(body).flatMap(([path, after]) => (same(was.get(path), after) ? [] : [changedTo(path, was.get(path) ?? null, after)]));
}

/** Whether somebody may do the same, or read what it is done to. */
function mayRead(role: Role, { resource, permission }: Operation): boolean {
  return (
    can(role, permission) || [...everyOperation.values()].some((other) => other.resource === resource && other.method === "GET" && can(role, other.permission))
  );
}

/** A value as a text: a list with its items one after another. */
function words(value: unknown): string | null {
  const found = leaves(value).map(([, text]) => text);
  return found.length === 0 ? null : found.join(", ");
}
