/** Which character parts the decimals in a column of amounts: what any of them shows, else none has decimals. */
export function decimalMark(amounts: readonly string[]): "." | "," | undefined {
  const marks = amounts.map((text) => markOf(numeric(text))).filter((mark) => mark !== undefined);
  const points = marks.filter((mark) => mark === ".").length;
  return marks.length === 0 ? undefined : points * 2 >= marks.length ? "." : ",";
}

/** An amount as people and banks write it (`1 234,50 kr`, `(1,234.50)`, `1234,50-`) as an exact decimal: `-1234.50`. Nothing where it is none. */
export function exactAmount(text: string, mark: "." | "," | undefined): string | undefined {
  const written = numeric(text);
  const negative = /^[-(]|-$/.test(written);
  const digits = written.replace(/^[-+(]|[-+)]$/g, "");
  const other = mark === "," ? "." : ",";
  const plain = digits.replaceAll("'", "").replaceAll(other, "");
  const [whole = "", decimals, more] = mark === undefined ? [digits.replace(/[.,']/g, "")] : plain.split(mark);
  if (more !== undefined || !/^\d{1,15}$/.test(whole) || (decimals !== undefined && !/^\d{0,4}$/.test(decimals))) return undefined;
  const exact = `${whole.replace(/^0+(?=\d)/, "")}${decimals ? `.${decimals}` : ""}`;
  return negative && /[1-9]/.test(exact) ? `-${exact}` : exact;
}

/** Without the currency and the spaces; every dash a minus. */
function numeric(text: string): string {
  return text
    .replace(/[\u2212\u2013\u2014]/g, "-")
    .replace(/\u2019/g, "'")
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/^([-+(]?)\p{Sc}?[A-Za-z]{0,3}(?=[\d(+-])/u, "$1")
    .replace(/(\p{Sc}|kr\.?|[A-Z]{3})(?=[-)]?$)/u, "");
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
