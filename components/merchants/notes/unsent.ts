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

const kept = new Map<string, UnsentNote>();

/** What is being written in this tab, so that a look at another section loses nothing. In memory only: it ends with the page, which asks before it is left. */
export const unsentNotes: ReadonlyMap<string, UnsentNote> = kept;

/** Keeps what is being written; nothing where there is nothing more. As long as anything is kept, wherever it is begun, the browser asks before the page is left. */
export function keepUnsent(key: string, written?: UnsentNote): void {
  if (written) kept.set(key, written);
  else kept.delete(key);
  // Never without need: a page that may ask isn't kept for going back to it.
  if (kept.size > 0) window.addEventListener("beforeunload", ask);
  else window.removeEventListener("beforeunload", ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Which one: the changes to a note, or the new one of a merchant. */
export function unsentKey({ environment, accountId }: Pick<NotePlace, "environment" | "accountId">, noteId = "new"): string {
  return `${environment} ${accountId} ${noteId}`;
}
