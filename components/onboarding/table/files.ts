import Papa from "papaparse";

import { defused } from "@/lib/desk/formula";

import type { CheckedRow } from "./check-rows";
import { tableColumns } from "./columns";
import type { FileTable } from "./read-table";
import { faultSentences } from "./row-words";

/** A table with nothing but its header: every column that is understood. */
export function emptyTable(): Blob {
  return csv([tableColumns.map(({ label }) => label)]);
}

/** The rows that can't be sent as they are, as they stood in the file, each with what to correct. */
export function rowsToCorrect({ header }: FileTable, rows: readonly CheckedRow[]): Blob {
  return csv([
    [...header, toCorrect],
    ...rows.map(({ cells, faults }) => [...header.map((_, index) => cells[index] ?? ""), faultSentences(faults).join("\n")]),
  ]);
}

/** The column that such a file has more; where it is brought in again, it is left out. */
export const toCorrect = "What to correct";

function csv(lines: readonly (readonly string[])[]): Blob {
  // The mark tells spreadsheets that it is UTF-8.
  return new Blob([`\ufeff${Papa.unparse(lines.map((cells) => cells.map(defused)))}\r\n`], { type: "text/csv;charset=utf-8" });
}
