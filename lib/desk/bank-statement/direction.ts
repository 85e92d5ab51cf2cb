const out = /^(af|s|soll|lastschrift|d|dr|dbit|debit|debet|debito|-)$/;
const into = /^(bij|h|haben|gutschrift|c|cr|crdt|credit|kredit|credito|\+)$/;

/** Which way a booking went, as banks write it beside an amount without a sign: `Af` and `Bij`, `S` and `H`, `DR` and `CR`. Nothing where it is none of these. */
export function directionOf(cell: string): "in" | "out" | undefined {
  const word = cell
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .trim()
    .toLowerCase();
  if (out.test(word)) return "out";
  return into.test(word) ? "in" : undefined;
}

/** Whether a column says it. One letter alone may be a code for something else: it counts where the column or its title (`S/H`) has both ways. */
export function saysDirection(title: string, cells: readonly string[]): boolean {
  const said = cells.filter((cell) => directionOf(cell));
  const ways = new Set([...title.split(/[^\p{L}]+/u), ...said].flatMap((word) => directionOf(word) ?? []));
  return said.length > 0 && said.length * 2 >= cells.length && (ways.size === 2 || said.some((cell) => /\p{L}{2}/u.test(cell)));
}
