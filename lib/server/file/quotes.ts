import "server-only";

/** Whether a text quotes a value, however it writes it: with other signs in between, and a day in any usual order, with its month in figures or in words. */
export function quotes(text: string, value: string): boolean {
  if (flat(value) !== "" && flat(text).includes(flat(value))) return true;
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  return year !== "" && (quotesTogether(text, { year, month, day }) || quotesApart(text, { year, month, day }));
}

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** Written without signs: 12051979, 051279. */
function quotesTogether(text: string, { year, month, day }: Day): boolean {
  const whole = flat(text);
  const years = [year, year.slice(2)];
  return years.some((y) => [y + month + day, y + day + month, day + month + y, month + day + y].some((form) => whole.includes(form)));
}

/** Written as three words near each other, in whatever order: 12/5/79, May 12th, 1979, 12 de mayo de 1979. */
function quotesApart(text: string, { year, month, day }: Day): boolean {
  const words = plain(text).match(/\p{N}+|\p{L}+/gu) ?? [];
  const named = namesOf(Number(month));
  const isNumber = (word: string, number: string) => /^\d+$/.test(word) && Number(word) === Number(number);
  const tests = [
    (word: string) => isNumber(word, year) || isNumber(word, year.slice(2)),
    (word: string) => isNumber(word, month) || named.has(word),
    (word: string) => isNumber(word, day),
  ];
  return words.some((_, at) => meetsAll(words.slice(at, at + nearby), tests));
}

/** Whether each test is met by a word of its own. */
function meetsAll(words: readonly string[], [test, ...others]: readonly ((word: string) => boolean)[]): boolean {
  if (!test) return true;
  return words.some((word, at) => test(word) && meetsAll(words.toSpliced(at, 1), others));
}

/** How many words a day may be strewn over: `el 12 de mayo de 1979`. */
const nearby = 6;

function namesOf(month: number): ReadonlySet<string> {
  return new Set(locales.flatMap((locale) => lengths.flatMap((length) => plain(monthName(locale, length, month)).match(/\p{L}+/gu) ?? [])));
}

function monthName(locale: string, length: "long" | "short", month: number): string {
  // With the day: several languages have another form of the name then.
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: length, timeZone: "UTC" }).formatToParts(Date.UTC(2000, month - 1, 1));
  return parts.find(({ type }) => type === "month")?.value ?? "";
}

/** Of the countries that Klarna's merchants are in. */
const locales = "en de sv nb da fi nl fr es it pt pl cs sk hu ro el hr sl et lv lt".split(" ");
const lengths = ["long", "short"] as const;

function flat(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** In small letters without accents, and each figure as the plain one. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
