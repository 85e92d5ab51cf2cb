import "server-only";
import { type Named, partsOf } from "@/lib/desk/note";

import { query } from "../db/client";

/** Everybody who may be named in a note: who can sign in, by name. */
export function colleagues(): Promise<readonly Named[]> {
  return query<Named>("SELECT id, name FROM people WHERE disabled_at IS NULL ORDER BY lower(name), id");
}

/** Whom a text names, by id. Of several who are called the same, those are meant who were chosen. Whom a note named before it still names, also when they have left. */
export async function namedIn(body: string, chosen: readonly string[], noteId?: string): Promise<readonly string[]> {
  if (!body.includes("@")) return [];
  const people = noteId === undefined ? await colleagues() : await colleaguesAndNamedIn(noteId);
  const parts = partsOf(
    body,
    people.map(({ name }) => name),
  );
  const written = new Set(parts.flatMap(({ text, mention }) => (mention ? [folded(text.slice(1))] : [])));
  const named = people.filter(({ name }) => written.has(folded(name)));
  const meant = (name: string) => named.filter((other) => folded(other.name) === folded(name) && chosen.includes(other.id));
  return named.filter(({ id, name }) => chosen.includes(id) || meant(name).length === 0).map(({ id }) => id);
}

function colleaguesAndNamedIn(noteId: string): Promise<readonly Named[]> {
  return query<Named>("SELECT id, name FROM people WHERE disabled_at IS NULL OR id IN (SELECT person_id FROM note_mentions WHERE note_id = $1)", [noteId]);
}

function folded(name: string): string {
  return name.toLowerCase();
}
