/** Where a table says what, by column from 0. */
export interface Columns {
  /** The header's row, or -1 where there is none. */
  readonly headerAt: number;
  readonly amount?: number;
  readonly paidIn?: number;
  readonly paidOut?: number;
  readonly date?: number;
  readonly currency?: number;
}

type Name = Exclude<keyof Columns, "headerAt">;

// What banks call them in the languages of Klarna's markets: the beginning of the name, without accents.
const names: Record<Name, RegExp> = {
  amount: /^(amount|betrag|belopp|belob|summa|bedrag|importe|importo|montant|kwota|castka|osszeg|maara|valor|sum|umsatz)/,
  paidIn: /^(credit|paid in|money in|haben|gutschrift|inn?satt|inn pa|insattning|inbetalning|ind\b|pano|entrate|avere|abono|bij$|uznania)/,
  paidOut: /^(debit|paid out|money out|soll|lastschrift|uttag|ut fra|utbetaling|ud\b|otto|uscite|dare|cargo|af$|obciazenia)/,
  date: /^(book|booking|transaction|value|bokforing|bokforings|bokfort|transaktions|valuta|buchung|boek|utforings?|entry|posting|fecha|data|date|dato|datum|paivamaara|kirjauspaiva)/,
  currency: /^(currency|wahrung|valuta$|valutta|devise|moneda|divisa|divisa|waluta|mena|ccy|munt)/,
};

/** Finds the header and what its columns hold, by their names; where there is no header, by what stands in them. */
export function columnsOf(rows: readonly (readonly string[])[]): Columns {
  const headerAt = rows.slice(0, 40).findIndex((cells) => named(cells).date !== undefined && Object.keys(named(cells)).length > 1);
  if (headerAt >= 0) return { headerAt, ...named(rows[headerAt] ?? []) };
  return { headerAt: -1, ...guessed(rows) };
}

function named(header: readonly string[]): Partial<Record<Name, number>> {
  const plain = header.map((cell) =>
    cell
      .normalize("NFD")
      .replace(/[\u0300-\u036f"]/g, "")
      .replaceAll("\u00f8", "o")
      .replaceAll("\u00df", "ss")
      .trim()
      .toLowerCase(),
  );
  const taken = new Set<number>();
  const found: Partial<Record<Name, number>> = {};
  for (const name of ["currency", "amount", "paidIn", "paidOut", "date"] as const) {
    const at = plain.findIndex((cell, index) => !taken.has(index) && names[name].test(cell));
    if (at < 0 || isLong(plain[at])) continue;
    taken.add(at);
    found[name] = at;
  }
  return found;
}

/** A text that only begins like a header's name. */
function isLong(cell: string | undefined): boolean {
  return (cell?.length ?? 0) > 40;
}

function guessed(rows: readonly (readonly string[])[]): Partial<Record<Name, number>> {
  const width = Math.max(...rows.map((cells) => cells.length));
  const all = (at: number, form: RegExp) => rows.every((cells) => form.test(cells[at]?.trim() ?? ""));
  const columns = Array.from({ length: width }, (_, at) => at);
  const date = columns.find((at) => all(at, /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$|^20\d{6}$/));
  const amount = columns.find((at) => at !== date && all(at, /^[-+(]?[\d\s.,'\u00a0]*[.,]\d{2}[-)]?$/));
  const currency = columns.find((at) => all(at, /^[A-Z]{3}$/));
  return { ...(date !== undefined && { date }), ...(amount !== undefined && { amount }), ...(currency !== undefined && { currency }) };
}
