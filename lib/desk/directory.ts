import { isKrn } from "./krn";

/** What a list of merchants can be sorted by. `relevance` is for a search: the best first. */
export const sortKeys = ["relevance", "name", "reference", "group", "country", "first_seen", "seen", "changed"] as const;
export type SortKey = (typeof sortKeys)[number];

/** What a list can be narrowed to; values of one filter are alternatives. */
export const filterKeys = ["state", "product", "country", "category", "profile", "group", "tag"] as const;
export type FilterKey = (typeof filterKeys)[number];

/** Times that a list can be narrowed to: the last so many days, counted back from whenever it is looked at. `unseen`: not seen in any of them. */
export const timeKeys = ["first_seen", "seen", "unseen", "changed"] as const;
export type TimeKey = (typeof timeKeys)[number];

/** A question to the directory. */
export interface DirectoryQuery {
  readonly text: string;
  readonly filters: Readonly<Partial<Record<FilterKey, readonly string[]>>>;
  readonly days: Readonly<Partial<Record<TimeKey, number>>>;
  /** Undefined: by relevance while there is a text, else the latest known first. */
  readonly sort?: { readonly key: SortKey; readonly descending: boolean } | undefined;
  /** Only these, of what the rest asks for: those that somebody has selected. It has no place in an address. */
  readonly accounts?: readonly string[] | undefined;
}

/** The longest text that is searched for. */
export const longestText = 200;

export const everything: DirectoryQuery = { text: "", filters: {}, days: {} };

const names: Readonly<Record<TimeKey, string>> = { first_seen: "first_seen_days", seen: "seen_days", unseen: "unseen_days", changed: "changed_days" };

/** A question as an address has it. A text that may be somebody's own (an IBAN, a number, an e-mail address) is left out. */
export function toSearch({ text, filters, days, sort }: DirectoryQuery): URLSearchParams {
  const search = new URLSearchParams();
  if (text.trim() !== "" && !isPrivate(text)) search.set("q", text.trim());
  for (const key of filterKeys) for (const value of filters[key] ?? []) search.append(key, value);
  for (const key of timeKeys) if (days[key] !== undefined) search.set(names[key], String(days[key]));
  if (sort) search.set("sort", `${sort.descending ? "-" : ""}${sort.key}`);
  return search;
}

/** The question in an address. What it doesn't understand it leaves out: an address may be old or typed by hand. */
export function fromSearch(search: URLSearchParams): DirectoryQuery {
  const text = search.get("q") ?? "";
  const filters = filterKeys.flatMap((key) => {
    const values = [...new Set(search.getAll(key).filter((value) => value !== "" && value.length <= longestText))].slice(0, mostValues);
    return values.length > 0 ? [[key, values] as const] : [];
  });
  const days = timeKeys.flatMap((key) => {
    const given = search.get(names[key]) ?? "";
    return /^[1-9]\d{0,3}$/.test(given) ? [[key, Number(given)] as const] : [];
  });
  const [, minus, sorted] = /^(-?)(\w+)$/.exec(search.get("sort") ?? "") ?? [];
  const key = sortKeys.find((one) => one === sorted);
  return {
    text: isPrivate(text) ? "" : text,
    filters: Object.fromEntries(filters),
    days: Object.fromEntries(days),
    ...(key && { sort: { key, descending: minus === "-" } }),
  };
}

/** The most values that one filter takes. */
export const mostValues = 50;

/** Whether a text may be somebody's own: then it never gets into an address, where browsers and proxies would keep it. */
export function isPrivate(text: string): boolean {
  const plain = text.replace(/[\s./+-]/g, "");
  // Account numbers from their beginning on, national numbers (most have six digits in a row; Italy's hasn't), mailboxes.
  return !isKrn(text) && (/^[A-Z]{2}\d{2}[A-Z0-9]{4}/i.test(plain) || /\d{6}/.test(plain) || /^[A-Z]{6}\d\d[A-Z]\d\d/i.test(plain) || plain.includes("@"));
}
