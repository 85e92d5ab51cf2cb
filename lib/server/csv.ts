import "server-only";
import { defused } from "@/lib/desk/formula";

/** One column of a download: its header, and what a row says in it. */
export interface CsvColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => string | number | boolean | null | undefined;
}

/**
 * A CSV (RFC 4180, UTF-8 with a mark that spreadsheets understand) that is made while it is downloaded: the next rows are only asked for
 * when the last ones are gone, so a slow reader costs no memory. `pages` are read by key, a short statement each.
 */
export function answerCsv<Row>(fileName: string, columns: readonly CsvColumn<Row>[], pages: AsyncIterable<readonly Row[]>): Response {
  const chunks = csvChunks(columns, pages);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await chunks.return(undefined);
    },
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function* csvChunks<Row>(columns: readonly CsvColumn<Row>[], pages: AsyncIterable<readonly Row[]>): AsyncGenerator<string, void> {
  yield `\ufeff${columns.map(({ header }) => csvCell(header)).join(",")}\r\n`;
  for await (const rows of pages) yield rows.map((row) => `${columns.map(({ cell }) => csvCell(cell(row))).join(",")}\r\n`).join("");
}

/** A value as it stands in a CSV: quoted where it must be, and never what a spreadsheet would take for a formula. */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = defused(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
