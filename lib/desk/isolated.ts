/** What can't be seen, and turns the direction of the text after it: a class of characters for a pattern. */
export const turning = "[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]";
const turnings = new RegExp(turning, "g");
// Hebrew, Arabic, and what else is written from right to left.
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name or a value to be put into a sentence: whichever way it is written, the words around it keep theirs. */
export function isolated(text: string): string {
  const plain = text.replace(turnings, "");
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}
