import Papa from "papaparse";

import { columnsOf } from "./columns";
import { held, released } from "./held";

/** A line of a file that isn't empty, by its number from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table's lines, parted by what banks use; by a rarer mark only where all lines agree on it and more of their columns is understood. */
export function rowsOf(text: string): readonly Row[] {
  // An empty line at its end would count as a row without columns, and hide the separator of a short table.
  const whole = text.replace(/^\ufeff/, "").replace(/[\r\n]+$/, "");
  const usual = usually(whole);
  const understood = clearIn(usual);
  if (understood === most) return usual;
  const rare = ["^", "~", ":"].filter((mark) => usual[0]?.cells.join("").includes(mark)).map((mark) => parted(whole, mark));
  return rare.find((rows) => agree(rows) && clearIn(rows) > Math.max(understood, day)) ?? usual;
}

/** A comma within an amount parts nothing, but where a header shows that it does: `Nr,Amount` above `1,500.00`. */
function usually(text: string): readonly Row[] {
  const safe = held(text);
  const kept = asEntries(clearest(safe), text);
  if (safe === text) return kept;
  const torn = parted(text, ",");
  const more = clearIn(torn) - clearIn(kept);
  return hasHeader(torn) && (more > 0 || (more === 0 && shareAgreeing(torn) > shareAgreeing(kept))) ? torn : kept;
}

/** Lines of which few have columns, and nothing in them is understood, are entries: `Klarna Bank AB, ref XPYKR01E` among bare references. */
function asEntries(rows: readonly Row[], text: string): readonly Row[] {
  const wide = rows.filter(({ cells }) => cells.length > 1);
  if (wide.length === 0 || wide.length * 2 > rows.length || clearIn(rows) > 0) return rows;
  return linesOf(text).flatMap((line, at) => (line.trim() === "" ? [] : [{ line: at + 1, cells: [line] }]));
}

/** Tabs are typed by nobody, so they part where most lines have one; else the mark by which lines have the same columns, or that by which more is understood. */
function clearest(text: string): readonly Row[] {
  const lines = linesOf(text).filter((line) => line.trim() !== "");
  const inMost = (mark: string) => lines.filter((line) => line.includes(mark)).length * 2 > lines.length;
  const marks = [...(inMost("\t") ? ["\t"] : []), "", ...[";", "|"].filter(inMost)];
  let best: { readonly rows: readonly Row[]; readonly clear: number } | undefined;
  for (const mark of marks) {
    if (best?.clear === most) break;
    const rows = parted(text, mark);
    const clear = clearIn(rows);
    if (!best || clear > best.clear) best = { rows, clear };
  }
  return best?.rows ?? [];
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

function parted(text: string, delimiter: string): readonly Row[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, delimitersToGuess: [";", ",", "\t", "|"], skipEmptyLines: false });
  return data.map((cells, at) => ({ line: at + 1, cells: cells.map(released) })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

const day = 1;
const money = 2;
const most = day + money;

/** How much is seen in the first lines. A day alone makes no table: in a list, `20.11.2026: XD65-113574395` is one entry. */
function clearIn(rows: readonly Row[]): number {
  const { amount, paidIn, paidOut, date } = columnsOf(firstWide(rows));
  return (date === undefined ? 0 : day) + ((amount ?? paidIn ?? paidOut) === undefined ? 0 : money);
}

function hasHeader(rows: readonly Row[]): boolean {
  return columnsOf(firstWide(rows)).headerAt >= 0;
}

function firstWide(rows: readonly Row[]): readonly (readonly string[])[] {
  const wide = rows.filter(({ cells }) => cells.length > 1);
  return wide.slice(0, 100).map(({ cells }) => cells);
}

/** Of all lines, how many have as many columns as most. */
function shareAgreeing(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / rows.length;
}

function agree(rows: readonly Row[]): boolean {
  return rows.length > 1 && rows.every(({ cells }) => cells.length === rows[0]?.cells.length);
}
