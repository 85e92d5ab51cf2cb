import { currencies } from "@/lib/klarna/currencies";

import { directionOf } from "./direction";

/** Which character parts the decimals in a column of amounts: what any of them shows, else none has decimals. */
export function decimalMark(amounts: readonly string[]): "." | "," | undefined {
  const marks = amounts.map((text) => markOf(numeric(text))).filter((mark) => mark !== undefined);
  const points = marks.filter((mark) => mark === ".").length;
  return marks.length === 0 ? undefined : points * 2 >= marks.length ? "." : ",";
}

/** An amount as people and banks write it (`1 234,50 kr`, `(1,234.50)`, `1234,50-`, `1,234.50 DR`) as an exact decimal: `-1234.50`. Nothing where it is none. */
export function exactAmount(text: string, ofColumn: "." | "," | undefined): string | undefined {
  const written = numeric(text);
  // What an amount shows itself counts first: people paste lines from more than one bank.
  const mark = markOf(written) ?? ofColumn;
  const negative = /^[-(]|-$/.test(written);
  const digits = written.replace(/^[-+(]|[-+)]$/g, "");
  const other = mark === "," ? "." : ",";
  const plain = digits.replaceAll("'", "").replaceAll(other, "");
  const [whole = "", decimals, more] = mark === undefined ? [digits.replace(/[.,']/g, "")] : plain.split(mark);
  if (more !== undefined || !/^\d{1,15}$/.test(whole) || (decimals !== undefined && !/^\d{0,4}$/.test(decimals))) return undefined;
  const exact = `${whole.replace(/^0+(?=\d)/, "")}${decimals ? `.${decimals}` : ""}`;
  return negative && /[1-9]/.test(exact) ? `-${exact}` : exact;
}

/** Whether a text is an amount beyond doubt: it has two decimals. A whole number may be anything. */
export function isMoney(text: string): boolean {
  return /[.,]\d{2}(?!\d)/.test(text) && exactAmount(text, decimalMark([text])) !== undefined;
}

/** The currency whose code stands beside an amount. */
export function currencyIn(text: string): string | undefined {
  return codes.exec(text)?.[0];
}

const codes = new RegExp(`(?<!\\p{L})(?:${currencies.join("|")})(?!\\p{L})`, "u");

/** Without the currency and the spaces; every dash a minus, and a word for what went out one too. */
function numeric(text: string): string {
  const { written, out } = undirected(text.normalize("NFC").trim());
  const bare = written
    .replace(/[\u2212\u2013\u2014]/g, "-")
    .replace(/\u2019/g, "'")
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/^([-+(]?)\p{Sc}?(\p{L}{1,3}\.?)?(?=[\d(+-])/u, "$1")
    .replace(currencyAtEnd, "");
  return out && !/^[-(]|-$/.test(bare) ? `-${bare}` : bare;
}

// A code, a sign, or what Swedes, Czechs, Poles, Hungarians, Romanians and Bulgarians write. Any other word may be a unit or a month.
const currencyAtEnd = /(\p{Sc}|[A-Z]{3}|[Kk][Rr]\.?|[Kk][\u010c\u010d]|[Zz][\u0141\u0142]|[Ff][Tt]|[Ll]e[iv]|\u043b\u0432\.?)(?=[-)]?$)/u;

/** `CR` and `DR` beside an amount say which way it went. One letter alone may as well be a unit, so it tells nothing. */
function undirected(text: string): { readonly written: string; readonly out: boolean } {
  const [after = ""] = /(?<!\p{L})\p{L}{2,}\.?$/u.exec(text) ?? [];
  const [before = ""] = /^\p{L}{2,}\.?(?!\p{L})/u.exec(text) ?? [];
  if (directionOf(after)) return { written: text.slice(0, -after.length), out: directionOf(after) === "out" };
  return directionOf(before) ? { written: text.slice(before.length), out: directionOf(before) === "out" } : { written: text, out: false };
}

/** One or two digits after the last mark are decimals; three are a thousand, unless another mark stands before them. */
function markOf(written: string): "." | "," | undefined {
  const last = written.search(/[.,]\d*[-)]?$/);
  if (last < 0) return undefined;
  const mark = written[last] as "." | ",";
  const after = written.slice(last + 1).replace(/\D/g, "").length;
  const another = written.slice(0, last).includes(mark === "." ? "," : ".");
  return after === 3 && !another ? undefined : mark;
}
