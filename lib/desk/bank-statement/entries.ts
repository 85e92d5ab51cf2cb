import { currencies } from "@/lib/klarna/currencies";

import { currencyIn, decimalMark, exactAmount } from "./amount";
import type { BankLine } from "./bank-line";
import { dateOrder, isoDate } from "./date";

/** An entry without columns, by its line. */
export interface Entry {
  readonly line: number;
  readonly text: string;
}

/** Entries as somebody pasted them: a reference alone, or with a day and an amount beside it. Of several amounts one may be the balance, so none is taken. */
export function readEntries(entries: readonly Entry[]): readonly BankLine[] {
  const seen = entries.map((entry) => ({ ...entry, amounts: entry.text.match(amounts) ?? [], day: entry.text.match(day)?.[0] }));
  const mark = decimalMark(seen.flatMap(({ amounts: all }) => all));
  const order = dateOrder(seen.flatMap(({ day: one }) => one ?? []));
  return seen.map(({ line, text, amounts: all, day: written }) => {
    const [only = "", another] = all;
    const amount = another === undefined ? exactAmount(only, mark) : undefined;
    const date = written === undefined ? undefined : isoDate(written, order);
    const currency = amount === undefined ? undefined : currencyIn(only);
    const rest = without(without(text, date === undefined ? "" : written), amount === undefined ? "" : only);
    return rest === "" ? { line, text } : { line, ...(date && { date }), ...(amount && { amount }), ...(currency && { currency }), text: rest };
  });
}

const starts = "(?<![^\\s;|,])";
const stops = "(?=$|[\\s;|,])";
const money = `(?:${currencies.join("|")}|\\p{Sc}|kr\\.?|K\u010d|z\u0142|Ft|CR|DR)`;
// Groups are counted, so that a text of nothing else isn't read to its end from each of them.
const number = "(?:\\d{1,3}(?:[.,'\\u2019 \\u00a0\\u202f]\\d{3}){0,5}|\\d{1,15})[.,]\\d{2}";
const amounts = new RegExp(`${starts}(?:${money}\\s?)?[-+(\\u2212]?\\s?(?:${money}\\s?)?${number}[-)]?(?:\\s?${money}){0,2}${stops}`, "gu");
const day = /(?<!\S)(?:\d{4}[./-]\d{2}[./-]\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))(?=$|[\s;|])/;

/** The rest of a text, without the marks that parted it; untouched where nothing is taken. */
function without(text: string, part = ""): string {
  return part === ""
    ? text
    : text
        .replace(part, " ")
        .replace(/[\s;|]+/g, " ")
        .replace(/^[\s,]+|[\s,]+$/g, "");
}
