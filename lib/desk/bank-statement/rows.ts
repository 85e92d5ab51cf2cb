import Papa from "papaparse";

import { columnsOf } from "./columns";

/** A line of a file that isn't empty, by its number from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table's lines, parted by what banks use; by a rarer mark only where all lines agree on it and more of their columns is understood. */
export function rowsOf(text: string): readonly Row[] {
  // An empty line at its end would count as a row without columns, and hide the separator of a short table.
  const whole = text.replace(/^\ufeff/, "").replace(/[\r\n]+$/, "");
  const usual = parted(whole, "");
  const understood = clearIn(usual);
  if (understood === most) return usual;
  const rare = ["^", "~", ":"].filter((mark) => usual[0]?.cells.join("").includes(mark)).map((mark) => parted(whole, mark));
  return rare.find((rows) => agree(rows) && clearIn(rows) > Math.max(understood, day)) ?? usual;
}

function parted(text: string, delimiter: string): readonly Row[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, delimitersToGuess: [";", ",", "\t", "|"], skipEmptyLines: false });
  return data.map((cells, at) => ({ line: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

const day = 1;
const money = 2;
const most = day + money;

/** How much is seen in the first lines. A day alone makes no table: in a list, `20.11.2026: XD65-113574395` is one entry. */
function clearIn(rows: readonly Row[]): number {
  const wide = rows.filter(({ cells }) => cells.length > 1).slice(0, 100);
  if (wide.length === 0) return 0;
  const { amount, paidIn, paidOut, date } = columnsOf(wide.map(({ cells }) => cells));
  return (date === undefined ? 0 : day) + ((amount ?? paidIn ?? paidOut) === undefined ? 0 : money);
}

function agree(rows: readonly Row[]): boolean {
  return rows.length > 1 && rows.every(({ cells }) => cells.length === rows[0]?.cells.length);
}
