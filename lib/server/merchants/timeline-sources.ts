import "server-only";
import type { ActEntry, ChangeEntry, DeniedEntry, NoteEntry, RevealEntry, WebhookEntry } from "@/lib/desk/timeline";

import type { AuditKind } from "../audit";
import { utc } from "../db/utc";
import { type NoteRow, noteColumns, noteTables, openNote } from "../notes/read";
import { labelOf } from "./field-label";
import { type Asked, counted, latestOf, type Source } from "./timeline-rows";

/** What Klarna told the desk about the account. */
export function webhooks(asked: Asked, limit: number): Promise<readonly WebhookEntry[]> {
  const source: Source = { table: "w", kinds: ["webhook"], at: "w.received_at", kind: "'webhook'", id: "w.id::text" };
  return latestOf(
    source,
    asked,
    limit,
    () =>
      `SELECT 'webhook' AS kind, w.id, ${utc("w.received_at")} AS at, w.event_type, w.duplicates, ${utc("w.processed_at")} AS processed_at
       FROM webhook_events w WHERE true`,
  );
}

/** What the desk saw become different. */
export function changes(asked: Asked, limit: number): Promise<readonly ChangeEntry[]> {
  const source: Source = { table: "c", kinds: ["change", "drift"], at: "c.noticed_at", kind: "'change'", id: counted("c.id") };
  return latestOf(
    source,
    asked,
    limit,
    (values) =>
      `SELECT 'change' AS kind, ${source.id} AS id, ${utc("c.noticed_at")} AS at, c.field, c.before, c.after, c.drift FROM merchant_changes c
       WHERE CASE WHEN c.drift THEN 'drift' ELSE 'change' END = ANY(${values.add(asked.question.kinds)}::text[])`,
  );
}

/** What people wrote, but for what stands on top. */
export async function notes(asked: Asked, limit: number): Promise<readonly NoteEntry[]> {
  return opened(await latestOf<NoteRow>(noteSource, asked, limit, () => `SELECT ${noteColumns} ${noteTables} WHERE n.pinned_at IS NULL`));
}

/** The notes that stand on top, on every page of the story alike. */
export async function pinnedNotes(asked: Asked): Promise<readonly NoteEntry[]> {
  return opened(await latestOf<NoteRow>(noteSource, asked, 50, () => `SELECT ${noteColumns} ${noteTables} WHERE n.pinned_at IS NOT NULL`));
}

/** What the audit log knows besides: who saw what in clear, what the desk refused to whom, and what people did to the merchant here. */
export async function acts(asked: Asked, limit: number): Promise<readonly (RevealEntry | DeniedEntry | ActEntry)[]> {
  const kind = "CASE a.kind WHEN 'revealed' THEN 'reveal' WHEN 'refused' THEN 'denied' ELSE 'act' END";
  const source: Source = { table: "a", kinds: ["reveal", "denied", "act"], at: "a.at", kind, id: counted("a.id"), person: "a.person_id" };
  const rows = await latestOf<RevealEntry | DeniedEntry | ActEntry>(
    source,
    asked,
    limit,
    (values) =>
      `SELECT ${kind} AS kind, ${source.id} AS id, ${utc("a.at")} AS at, coalesce(p.name, 'The desk') AS by, a.role, a.operation, a.kind AS act,
         CASE a.kind WHEN 'revealed' THEN a.detail->>'field' END AS field, CASE a.kind WHEN 'revealed' THEN a.detail->>'reason' END AS reason
       FROM audit_entries a LEFT JOIN people p ON p.id = a.person_id
       WHERE a.kind = ANY(${values.add(told)}::text[]) AND ${kind} = ANY(${values.add(asked.question.kinds)}::text[])`,
  );
  return rows.map((row) => (row.kind === "reveal" ? { ...row, ...labelOf(row.operation?.split(".")[0] ?? "", row.field ?? "") } : row));
}

const noteSource: Source = { table: "n", kinds: ["note"], at: "n.created_at", kind: "'note'", id: "n.id::text", person: "n.person_id" };

// Operations are told by themselves; that a note was written or pinned, by the note.
const told: readonly AuditKind[] = ["revealed", "refused", "merchants-tagged", "note-deleted", "merchant-read-again"];

function opened(rows: readonly NoteRow[]): readonly NoteEntry[] {
  return rows.map((row) => ({ kind: "note", ...openNote(row) }));
}
