import "server-only";
import { isKrn } from "@/lib/desk/krn";
import type { Environment } from "@/lib/klarna/environment";
import { iban } from "@/lib/klarna/iban";

import { query } from "../db/client";
import type { Values } from "../db/values";
import { ibanIndex } from "./iban-index";

/** What a text asks for. */
export type Sought =
  | { readonly kind: "anything" }
  | { readonly kind: "nothing" }
  | { readonly kind: "id"; readonly id: string }
  | { readonly kind: "iban"; readonly index: Buffer }
  | { readonly kind: "words"; readonly words: readonly string[] };

/** How words are taken: as they were typed, or as they may have been meant when nothing is spelt so. */
export type Spelling = "typed" | "similar";

/** Reads what was typed. It is compared as the database compares names: without accents, case and punctuation. */
export async function soughtBy(environment: Environment, text: string): Promise<Sought> {
  const typed = text.trim();
  if (typed === "") return { kind: "anything" };
  if (isKrn(typed)) return { kind: "id", id: typed };
  if (isIban(typed)) return { kind: "iban", index: ibanIndex(environment, typed) };
  // Of an address only the host is known. A name may begin with initials: what has a space in it is no address.
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#\s]+\.[^/?#\s]+)(?:[/?#]\S*)?$/i.exec(typed)?.[1];
  const [folded] = await query<{ words: string | null }>("SELECT search_words($1) AS words", [host ?? typed]);
  const words = (folded?.words ?? "").trim().split(" ").filter(Boolean).slice(0, mostWords);
  return words.length > 0 ? { kind: "words", words } : { kind: "nothing" };
}

const mostWords = 8;

export function isIban(typed: string): boolean {
  return iban().safeParse(typed.replace(/\s/g, "").toUpperCase()).success;
}

/** The condition that finds what is sought, as it was typed. */
export function matches(sought: Sought, values: Values): readonly string[] {
  switch (sought.kind) {
    case "anything":
      return [];
    case "nothing":
      return ["false"];
    case "id": {
      const id = values.add(sought.id);
      const product = `jsonb_build_array(jsonb_build_object('product_id', ${id}::text))`;
      return [`(m.account_id = ${id} OR m.account_group_id = ${id} OR m.products @> ${product})`];
    }
    case "iban":
      return [`m.account_id IN (SELECT b.account_id FROM bank_index b WHERE b.environment = m.environment AND b.iban_index = ${values.add(sought.index)})`];
    case "words":
      return sought.words.map((word) => holds("m.search_text", word, values));
  }
}

/** The condition that a folded text holds a word. One of one or two letters is taken for the beginning of a word: inside of others it would be everywhere. */
export function holds(text: string, word: string, values: Values): string {
  return `${text} LIKE ${values.add(word.length < 3 ? `% ${word}%` : `%${word}%`)}`;
}

/** The words that a misspelt search is tried with: three of the longest; shorter than three letters they are like too many. Of an id only its end is spelt. */
export function wordsToGuess(sought: Sought): readonly string[] {
  return [...wordsIn(sought)]
    .filter((word) => word.length >= 3)
    .sort((one, other) => other.length - one.length)
    .slice(0, 3);
}

/** An id is known by what comes after its last colon: the rest is the same for all. */
function wordsIn(sought: Sought): readonly string[] {
  if (sought.kind === "id") return (sought.id.split(":").at(-1) ?? "").toLowerCase().split(/[-_]+/);
  return sought.kind === "words" ? sought.words : [];
}
