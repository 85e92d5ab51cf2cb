import type { NotePlace } from "./note-rights";

/** A note that somebody is writing. */
export interface UnsentNote {
  /** A new note's id: however often it is sent, it is one note. */
  readonly id: string;
  readonly body: string;
  readonly ticket: string;
  /** Whom of several with the same name it means. */
  readonly mentions: readonly string[];
}

/** What is being written in this tab, so that a look at another section loses nothing. In memory only: it ends with the page, which asks before it is left. */
export const unsentNotes = new Map<string, UnsentNote>();

/** Which one: the changes to a note, or the new one of a merchant. */
export function unsentKey({ environment, accountId }: Pick<NotePlace, "environment" | "accountId">, noteId = "new"): string {
  return `${environment} ${accountId} ${noteId}`;
}
