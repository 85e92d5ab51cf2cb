import "server-only";
import { all } from "mcc";

/** What a merchant category code stands for, in words; undefined for the few codes that no public list names. */
export function categoryName(code: string): string | undefined {
  return names.get(code);
}

/** Those of some codes that have a name, by code: what a page hands to the browser, instead of the whole list. */
export function categoryNames(codes: Iterable<string | undefined>): Readonly<Record<string, string>> {
  const named = [...new Set(codes)].flatMap((code) => (code === undefined ? [] : [[code, names.get(code)] as const]));
  return Object.fromEntries(named.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Codes that name a company rather than a trade. */
const trades: readonly (readonly [first: string, last: string, trade: string])[] = [
  ["3000", "3308", "Airline"],
  ["3351", "3441", "Car rental"],
  ["3501", "3839", "Hotel"],
];

// What the list says where it has no company of that number.
const generic = /^(?:airlines|car rental|hotels?|hotels\/motels\/inns\/resorts)$/i;

// Else a shouted name is read as words.
const initials = new Set("KLM SAS UTA TAP VASP THY LAB EVA TACA PBA LIAT LAV LAP CSA BWIA ALM USA ANA MGM".split(" "));

// Newer than the list.
const later = [
  ["0743", "Wine producers"],
  ["0744", "Champagne producers"],
  ["5262", "Online marketplaces"],
  ["5552", "Electric vehicle charging"],
  ["6540", "Stored value: purchase and load"],
  ["7322", "Debt collection agencies"],
  ["9406", "Government-owned lotteries (outside the US)"],
] as const;

const names: ReadonlyMap<string, string> = new Map([
  ...companies(),
  ...all.map(({ mcc: code, edited_description: given }) => [code, inTrade(code, tidy(given))] as const),
  ...later,
]);

function companies(): readonly (readonly [string, string])[] {
  return trades.flatMap(([first, last, trade]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => [String(Number(first) + step), trade] as const),
  );
}

function inTrade(code: string, name: string): string {
  const [, , trade] = trades.find(([first, last]) => code >= first && code <= last) ?? [];
  if (!trade) return name;
  return generic.test(name) ? trade : `${trade}: ${name}`;
}

/** The list shouts some of its names, and leaves blanks and full stops where none belong. */
function tidy(given: string): string {
  const name = given.replaceAll("( ", "(").replace(/\.$/, "").replace(/\s+/g, " ").trim();
  const shouted = name.match(/\p{Lu}{2,}/gu)?.join("") ?? "";
  return shouted.length > name.length / 2 ? name.replace(/[\p{L}’']+/gu, spoken) : name;
}

function spoken(word: string): string {
  if (initials.has(word)) return word;
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
