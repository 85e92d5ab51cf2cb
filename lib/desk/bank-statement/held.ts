/** Puts another sign where a comma stands within an amount (`1,441.88`, `50,00`), so that a separator isn't seen in it. `released` puts it back. */
export function held(text: string): string {
  return text.replace(withComma, (amount) => amount.replaceAll(",", sign));
}

/** A text as it was before its amounts were held. */
export function released(text: string): string {
  return text.replaceAll(sign, ",");
}

// Of Unicode's private use: no text of a bank's has it.
const sign = "\ue000";

// Groups of digits are counted: of a text that is nothing else, every group would be a beginning to read on from to its end.
// What a day, a time or a reference ends in begins no amount, but what follows a currency's code may.
const begins = "(?:(?<![\\p{L}\\p{N}./:]|[\\p{L}\\p{N}]-)|(?<=(?<!\\p{L})[A-Z]{3}))";
const thousands = "\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,4})?";
// Eight digits are a day (`20261120`), and more may be a reference.
const decimals = "(?:\\d{1,3}(?:[.'\\u2019 \\u00a0\\u202f]\\d{3}){1,5}|\\d{1,7}),\\d{2}";
const ends = "(?!\\d|[./:-]\\d)";
const withComma = new RegExp(`${begins}(?:${thousands}|${decimals})${ends}`, "gu");
