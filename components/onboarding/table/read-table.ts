import Papa from "papaparse";

import { decoded } from "@/lib/desk/decoded";
import { mostDrafts } from "@/lib/desk/draft";
import { released } from "@/lib/desk/formula";

/** A table as it stands in a file: its header, and its rows by their lines. */
export interface FileTable {
  readonly header: readonly string[];
  readonly rows: readonly FileRow[];
}

export interface FileRow {
  /** Counted from 1, with the header. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a file that a spreadsheet has saved as CSV, whatever parts its columns. Answers a sentence that says what to do where it is none. */
export function readTable(bytes: Uint8Array): FileTable | string {
  const text = decoded(bytes);
  if (text === undefined) return "This is no text. Save the spreadsheet as CSV, and choose that file.";
  // An empty line at its end would count as a row without columns, and hide the separator of a short table.
  const whole = text.replace(/^\ufeff/, "").replace(/[\r\n]+$/, "");
  const { data } = Papa.parse<string[]>(whole, { delimitersToGuess: [";", ",", "\t", "|"], skipEmptyLines: false });
  const lines = data
    .map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => released(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [first, ...rows] = lines;
  if (!first) return "The file is empty.";
  if (rows.length === 0) return "The file has one line only. The first line says what each column is; each line after it is a merchant.";
  // As many as a list of drafts shows.
  if (rows.length > mostDrafts) return `The file has ${rows.length.toLocaleString("en")} merchants; ${mostDrafts} are the most at once. Split it in parts.`;
  return { header: first.cells, rows };
}
