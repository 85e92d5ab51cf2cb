import { decimalMark, exactAmount, isMoney } from "./amount";
import { isDateLike } from "./date";
import { saysDirection } from "./direction";

/** Where a table says what, by column from 0. */
export interface Columns {
  /** The header's row, or -1 where there is none. */
  readonly headerAt: number;
  readonly amount?: number;
  readonly paidIn?: number;
  readonly paidOut?: number;
  readonly date?: number;
  readonly currency?: number;
  /** Which way each amount went, where the amounts don't say it. */
  readonly direction?: number;
}

type Name = Exclude<keyof Columns, "headerAt" | "direction">;

// What banks call them in the languages of Klarna's markets: the beginning of the name, without accents.
const names: Record<Name, RegExp> = {
  amount:
    /^(?!\w+ (du )?(debit|credit)$)((debit|credit)\W+(debit|credit)|soll\W+haben|amount|betrag|belopp|belob|summa|bedrag|importe|importo|montant|kwota|castka|osszeg|maara|valor|sum|umsatz(?!art|typ))/,
  paidIn:
    /^((amount |montant |importe )?(du )?credit|paid in|money in|haben|gutschrift|inn?satt|inn pa|insattning|inbetalning|ind\b|pano|entrate|avere|abono|bij$|uznania)/,
  paidOut: /^((amount |montant |importe )?(du )?debit|paid out|money out|soll|lastschrift|uttag|ut fra|utbetaling|ud\b|otto|uscite|dare|cargo|af$|obciazenia)/,
  date: /^(book|booking|transaction|value|bokforing|bokforings|bokfort|transaktions|valuta|buchung|boek|utforings?|entry|posting|fecha|data|date|dato|datum|paivamaara|kirjauspaiva)/,
  currency: /^(currency|wae?hrung|valuta$|valutta|devise|moneda|divisa|waluta|mena|ccy|munt)/,
};

/** Finds the header and what its columns hold, by their names and what stands below; where there is no header, by what stands in them. */
export function columnsOf(rows: readonly (readonly string[])[]): Columns {
  const firstWith = (least: number) =>
    rows.slice(0, 40).findIndex((cells, at) => plainly(cells).filter(isName).length >= least && Object.keys(named(rows, at)).length > 0);
  // Lines that banks put before the header may have one such name, beside a day for instance.
  const headerAt = [firstWith(2), firstWith(1)].find((at) => at >= 0) ?? -1;
  const found = headerAt >= 0 ? named(rows, headerAt) : guessed(rows);
  const titles = rows[headerAt] ?? rows[0]?.map(() => "") ?? [];
  const direction = titles.findIndex((title, at) => !Object.values(found).includes(at) && saysDirection(title, below(rows, headerAt, at)));
  return { headerAt, ...found, ...(direction >= 0 && { direction }) };
}

function named(rows: readonly (readonly string[])[], headerAt: number): Partial<Record<Name, number>> {
  const plain = plainly(rows[headerAt] ?? []);
  const taken = new Set<number>();
  const found: Partial<Record<Name, number>> = {};
  for (const name of ["currency", "amount", "paidIn", "paidOut", "date"] as const) {
    const at = plain.findIndex((cell, index) => !taken.has(index) && isName(cell) && names[name].test(cell) && holds(name, below(rows, headerAt, index)));
    if (at < 0) continue;
    taken.add(at);
    found[name] = at;
  }
  return found;
}

function plainly(header: readonly string[]): readonly string[] {
  return header.map((cell) =>
    cell
      .normalize("NFD")
      .replace(/[\u0300-\u036f"]/g, "")
      .replaceAll("\u00f8", "o")
      .replaceAll("\u00df", "ss")
      .trim()
      .toLowerCase(),
  );
}

/** A longer text only begins like a header's name. */
function isName(cell: string): boolean {
  return cell.length <= 40 && Object.values(names).some((name) => name.test(cell));
}

/** What stands in a column, where something does. Rows are enough that tell: a statement may have very many. */
function below(rows: readonly (readonly string[])[], headerAt: number, at: number): readonly string[] {
  const written = rows.slice(headerAt + 1).flatMap((cells) => cells[at]?.trim() || []);
  return written.slice(0, 200);
}

/** Whether a column holds what its name says: at least half of what is written in it. Banks put names like `Umsatzart` or `Transaction ID` on other things. */
function holds(name: Name, cells: readonly string[]): boolean {
  const right = cells.filter(reader(name, cells));
  return right.length > 0 && right.length * 2 >= cells.length;
}

function reader(name: Name, cells: readonly string[]): (cell: string) => boolean {
  if (name === "date") return isDateLike;
  if (name === "currency") return (cell) => /^[A-Z]{3}$/i.test(cell);
  const mark = decimalMark(cells);
  return (cell) => exactAmount(cell, mark) !== undefined;
}

function guessed(rows: readonly (readonly string[])[]): Partial<Record<Name, number>> {
  const width = Math.max(...rows.map((cells) => cells.length));
  const all = (at: number, is: (cell: string) => boolean) => rows.every((cells) => is(cells[at]?.trim() ?? ""));
  const columns = Array.from({ length: width }, (_, at) => at);
  const date = columns.find((at) => all(at, (cell) => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$|^20\d{6}$/.test(cell)));
  const amount = columns.find((at) => at !== date && all(at, isMoney));
  const currency = columns.find((at) => all(at, (cell) => /^[A-Z]{3}$/.test(cell)));
  return { ...(date !== undefined && { date }), ...(amount !== undefined && { amount }), ...(currency !== undefined && { currency }) };
}
