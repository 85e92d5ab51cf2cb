import "server-only";
import { auditWordsOf } from "@/lib/desk/audit-words";
import type { ActEntry, ChangeEntry, DeniedEntry, NoteEntry, RevealEntry, WebhookEntry } from "@/lib/desk/timeline";

import type { AuditKind } from "../audit";
import { utc } from "../db/utc";
import { type NoteRow, noteColumns, openNote } from "../notes/read";
import { labelOf } from "./field-label";
import { type Asked, latestOf, type Source } from "./timeline-rows";

/** What Klarna told the desk about the account. */
export function webhooks(asked: Asked, limit: number): Promise<readonly WebhookEntry[]> {
  const source: Source = {
    ...{ table: "webhook_events", as: "w", kinds: ["webhook"], at: "w.received_at", kind: "'webhook'", id: "w.id" },
    tells: () => `w.event_type, w.duplicates, ${utc("w.processed_at")} AS processed_at`,
  };
  return latestOf(source, asked, limit);
}

/** What the desk saw become different. */
export function changes(asked: Asked, limit: number): Promise<readonly ChangeEntry[]> {
  const source: Source = {
    ...{ table: "merchant_changes", as: "c", kinds: ["change", "drift"], at: "c.noticed_at", kind: "'change'", id: "c.id", numbered: true },
    which: (values) => `CASE WHEN c.drift THEN 'drift' ELSE 'change' END = ANY(${values.add(asked.question.kinds)}::text[])`,
    tells: () => "c.field, c.before, c.after, c.drift",
  };
  return latestOf(source, asked, limit);
}

/** What people wrote, but for what stands on top. */
export async function notes(asked: Asked, limit: number): Promise<readonly NoteEntry[]> {
  return opened(await latestOf<NoteRow>(notesThat("n.pinned_at IS NULL"), asked, limit));
}

/** The notes that stand on top, however far down their time is. */
export async function pinnedNotes(asked: Asked): Promise<readonly NoteEntry[]> {
  return opened(await latestOf<NoteRow>(notesThat("n.pinned_at IS NOT NULL"), asked, 50));
}

/** What the audit log knows besides: who saw what in clear, what the desk refused to whom, and what people did to the merchant here. */
export async function acts(asked: Asked, limit: number): Promise<readonly (RevealEntry | DeniedEntry | ActEntry)[]> {
  const kind = "CASE a.kind WHEN 'revealed' THEN 'reveal' WHEN 'refused' THEN 'denied' ELSE 'act' END";
  const source: Source = {
    ...{ table: "audit_entries", as: "a", kinds: ["reveal", "denied", "act"], at: "a.at", kind, id: "a.id", numbered: true, person: "a.person_id" },
    which: (values) => `a.kind = ANY(${values.add(told)}::text[]) AND ${kind} = ANY(${values.add(asked.question.kinds)}::text[])`,
    tells: () => `coalesce(p.name, 'The desk') AS by, a.role, a.operation, a.kind AS act, CASE a.kind WHEN 'revealed' THEN a.detail->>'field' END AS field,
      CASE a.kind WHEN 'revealed' THEN a.detail->>'reason' END AS reason`,
    joins: () => "LEFT JOIN people p ON p.id = a.person_id",
  };
  const rows = await latestOf<RevealEntry | DeniedEntry | (ActEntry & { readonly act: string })>(source, asked, limit);
  return rows.map((row) => {
    if (row.kind === "act") return { ...row, did: doneHere.get(row.act) ?? auditWordsOf(row.act).words };
    return row.kind === "reveal" ? { ...row, ...labelOf(row.operation?.split(".")[0] ?? "", row.field ?? "") } : row;
  });
}

// Operations are told by themselves; that a note was written or pinned, by the note.
const told: readonly AuditKind[] = ["revealed", "refused", "merchants-tagged", "note-deleted", "merchant-read-again"];

// Where the log's words are about merchants at large.
const doneHere: ReadonlyMap<string, string> = new Map([
  ["merchants-tagged", "changed this merchant's tags"],
  ["merchant-read-again", "had this merchant read again after it was erased"],
]);

function notesThat(which: string): Source {
  return {
    ...{ table: "notes", as: "n", kinds: ["note"], at: "n.created_at", kind: "'note'", id: "n.id", person: "n.person_id" },
    which: () => which,
    tells: () => noteColumns,
    joins: () => "JOIN people p ON p.id = n.person_id",
  };
}

function opened(rows: readonly NoteRow[]): readonly NoteEntry[] {
  return rows.map((row) => ({ kind: "note", ...openNote(row) }));
}
