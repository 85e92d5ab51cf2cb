/** Somebody of the team, by name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What somebody wrote about a merchant. Times are ISO 8601 in UTC. */
export interface Note {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly person_id: string;
  readonly body: string;
  /** The number that another system knows the matter by. */
  readonly ticket: string | null;
  /** Since when it stands on top. */
  readonly pinned_at: string | null;
  readonly edited_at: string | null;
  /** The colleagues whom it names. */
  readonly mentions: readonly Named[];
}

/** How long a note may be, in characters. */
export const longestNote = 4_000;

/** What a ticket number looks like: no room for words, nor for an e-mail address. */
export const ticketPattern = /^[A-Za-z0-9][A-Za-z0-9._#:/-]{0,39}$/;

export interface NotePart {
  readonly text: string;
  readonly mention: boolean;
}

/** A note's text, cut where it names somebody: `@Ada Lindqvist`, in any case, and never a part of a longer name or of an e-mail address. */
export function partsOf(body: string, names: readonly string[]): readonly NotePart[] {
  if (names.length === 0) return [{ text: body, mention: false }];
  const longestFirst = [...names].sort((one, other) => other.length - one.length).map(literally);
  const mention = new RegExp(`(?<![\\p{L}\\p{N}])(@(?:${longestFirst.join("|")}))(?![\\p{L}\\p{N}])`, "iu");
  return body.split(mention).flatMap((text, at) => (text === "" ? [] : [{ text, mention: at % 2 === 1 }]));
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
