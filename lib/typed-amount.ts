import { exponentOf } from "./money";

/** What somebody typed: an amount in minor units, or why it can't be read and what to do. */
export type TypedAmount = { readonly amount: bigint } | { readonly refusal: string };

/**
 * Reads an amount as people and banks write it: 1000, 1,000.50, 1 000,50, 1.000,50, SEK 1'000.00. Never guesses: what could be two
 * amounts is refused.
 */
export function readAmount(text: string, currency: string): TypedAmount {
  const code = currency.toUpperCase();
  const plain = withoutCode(text.replace(/\s+/g, " ").replace(/[−‒–]/g, "-").replace(/[’ʼ]/g, "'"), code);
  if (plain === "") return { refusal: `Write an amount in ${code}, such as 1000` };
  const [, sign = "", digits = ""] = /^([+-]?)([\d.,' ]+)$/.exec(plain) ?? [];
  if (!/\d/.test(digits)) return { refusal: `Write the amount in digits, such as 1000 or 1,000.50, in ${code}` };
  const exponent = exponentOf(code);
  const cut = decimalsAfter(digits, exponent);
  if (cut === undefined) return { refusal: `This could be two amounts: write ${digits.replace(",", "")} or ${digits.replace(",", ".")}` };
  const whole = cut < 0 ? digits : digits.slice(0, cut);
  const fraction = cut < 0 ? "" : digits.slice(cut + 1);
  // A mark that comes before decimals groups nothing.
  if (!isWhole(whole) || whole.includes(digits[cut] ?? "none") || !/^\d*$/.test(fraction))
    return { refusal: "The separators don't fit: write it without them, such as 1000 or 1000.50" };
  return toMinor(sign, whole.replace(/\D/g, ""), fraction, exponent, code);
}

/** Reads a percentage as people write it, into hundredths of a percent: 25, 25,5, 25.50 %. */
export function readPercent(text: string): { readonly rate: bigint } | { readonly refusal: string } {
  const [, whole = "", fraction = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))? ?%?$/.exec(text.trim()) ?? [];
  if (whole === "") return { refusal: "Write a percentage with two decimals at most, such as 25 or 25.5" };
  return { rate: BigInt(whole + fraction.padEnd(2, "0")) };
}

function withoutCode(text: string, code: string): string {
  const [, sign = "", rest = ""] = /^([+-]?)(.*)$/.exec(text.trim()) ?? [];
  const bare = rest.trim();
  const upper = bare.toUpperCase();
  if (upper.startsWith(code)) return sign + bare.slice(code.length).trim();
  return sign + (upper.endsWith(code) ? bare.slice(0, -code.length).trim() : bare);
}

/** Where the decimals' mark is, -1 for none, undefined when that can't be told. */
function decimalsAfter(digits: string, exponent: number): number | undefined {
  const [comma, point] = [digits.lastIndexOf(","), digits.lastIndexOf(".")];
  if (comma >= 0 && point >= 0) return Math.max(comma, point);
  const at = Math.max(comma, point);
  if (at < 0 || digits.indexOf(comma >= 0 ? "," : ".") !== at) return -1;
  // The desk itself writes 1,000 for a thousand; a point it writes only before decimals.
  if (point >= 0 || !/^\d{1,3},\d{3}$/.test(digits)) return at;
  return exponent === 3 ? undefined : -1;
}

/** Digits, or groups of three after the first with one mark between them all. */
function isWhole(text: string): boolean {
  return /^\d*$/.test(text) || /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/.test(text);
}

function toMinor(sign: string, whole: string, fraction: string, exponent: number, code: string): TypedAmount {
  if (fraction.length > exponent)
    return { refusal: exponent === 0 ? `${code} has no decimals: write a whole number` : `${code} has ${exponent} decimals at most` };
  const digits = `${whole}${fraction.padEnd(exponent, "0")}`.replace(/^0+(?=\d)/, "");
  // As much as the database holds exactly.
  if (digits.length > 18) return { refusal: "This is more than can be paid: look at the number of digits" };
  return { amount: sign === "-" ? -BigInt(digits) : BigInt(digits) };
}
