import "server-only";
import type { DirectoryQuery, SortKey } from "@/lib/desk/directory";

import type { KeyType } from "../cursor";
import { utc } from "../db/utc";
import type { Values } from "../db/values";
import type { Sought, Spelling } from "./matching";

/** What rows are ordered by, as SQL, and how it is written into a cursor and read from one. */
export interface Key {
  readonly sql: string;
  readonly text: string;
  readonly type: KeyType;
}

/** A part of a list that comes before the next part: its rows' condition and their order. The last key is the account's id, so that no two are equal. */
export interface Phase {
  readonly where: string | undefined;
  readonly keys: readonly Key[];
  readonly descending: boolean;
}

/**
 * A list's parts in order. Each is read along an index from wherever the last page ended, so that a page far down costs what the first does;
 * what has nothing to be sorted by comes last, whichever way it is sorted. What is only similar: the most similar first.
 */
export function phasesOf({ sort }: DirectoryQuery, sought: Sought, spelling: Spelling, values: Values): readonly Phase[] {
  const key = sort?.key ?? "relevance";
  if (key === "relevance" && spelling === "similar") return [{ where: undefined, keys: [likeness, name, accountId], descending: false }];
  if (key === "relevance") return sought.kind === "words" ? byRelevance(sought.words, values) : [{ ...by(times.first_seen), descending: true }];
  const { sql, nullable } = sortColumns[key];
  const phase = { keys: [sql, accountId], descending: sort?.descending ?? false };
  if (!nullable) return [{ ...phase, where: undefined }];
  return [
    { ...phase, where: `${sql.sql} IS NOT NULL` },
    { where: `${sql.sql} IS NULL`, keys: [accountId], descending: false },
  ];
}

/** Whole words before parts of words, names that begin so before others; by name within. */
function byRelevance(words: readonly string[], values: Values): readonly Phase[] {
  const typed = words.join(" ");
  const begins = `m.name_key LIKE ${values.add(`${typed}%`)}`;
  const parts =
    typed.length < 3 ? [begins, `NOT ${begins}`] : inWholeWords(words, values).flatMap((whole) => [`${begins} AND ${whole}`, `NOT ${begins} AND ${whole}`]);
  return parts.map((where) => ({ ...by(name), where, descending: false }));
}

function inWholeWords(words: readonly string[], values: Values): readonly string[] {
  const whole = words.map((word) => `m.search_text LIKE ${values.add(`% ${word} %`)}`).join(" AND ");
  return [whole, `NOT (${whole})`];
}

function by(key: Key) {
  return { where: undefined, keys: [key, accountId] };
}

const text = (sql: string): Key => ({ sql, text: sql, type: "text" });
const time = (sql: string): Key => ({ sql, text: utc(sql), type: "timestamptz" });

const accountId = text("m.account_id");
const name = text("m.name_key");
const likeness: Key = { sql: "s.unlikeness", text: "s.unlikeness::text", type: "int" };
const times = { first_seen: time("m.first_seen_at"), seen: time("m.seen_at"), changed: time("m.changed_at") };

const sortColumns: Readonly<Record<Exclude<SortKey, "relevance">, { readonly sql: Key; readonly nullable: boolean }>> = {
  name: { sql: name, nullable: false },
  reference: { sql: text("m.account_reference"), nullable: true },
  group: { sql: text("m.account_group_reference"), nullable: true },
  country: { sql: text("m.country"), nullable: true },
  first_seen: { sql: times.first_seen, nullable: false },
  seen: { sql: times.seen, nullable: true },
  changed: { sql: times.changed, nullable: false },
};
