import "server-only";
import type { Note } from "@/lib/desk/note";

import { unseal } from "../crypto";
import { utc } from "../db/utc";

/** A note as it is kept: its text is sealed. */
export type NoteRow = Omit<Note, "body"> & { readonly sealed: Buffer };

/** Where a note's text belongs. */
export function placeOfNote(id: string): string {
  return `notes.body ${id}`;
}

/** The note, with its text to read. */
export function openNote({ sealed, ...note }: NoteRow): Note {
  return { ...note, body: unseal(placeOfNote(note.id), sealed) };
}

/** SQL: what is told of a note `n` by a person `p`, besides its id and when it was written. */
export const noteColumns = `p.name AS by, n.person_id, n.body AS sealed, n.ticket, ${utc("n.pinned_at")} AS pinned_at, ${utc("n.edited_at")} AS edited_at,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name) ORDER BY q.name, q.id)
    FROM note_mentions m JOIN people q ON q.id = m.person_id WHERE m.note_id = n.id), '[]') AS mentions`;
