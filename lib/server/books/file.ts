import "server-only";
import type { BookStyle } from "@/lib/desk/books/month";
import { type Accounts, slotWords } from "@/lib/desk/books/slots";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { decimalText } from "@/lib/money";

import { appendAudit } from "../audit";
import { answerCsv, type CsvColumn } from "../csv";
import { query } from "../db/client";
import type { Session } from "../session";
import { entryPages, type FileRow } from "./entries";
import { lineRows, requireLines } from "./line-rows";

/** Which file of an export: its entries, or every line of them. */
export interface FileQuestion {
  readonly environment: Environment;
  readonly id: string;
  readonly style: BookStyle;
}

/** An export as a CSV: the same bytes each time. Line by line only where it was exported so, and while the lines are still those that were exported. */
export async function downloadExport({ environment, id, style }: FileQuestion, by: Session): Promise<Response> {
  const [made] = await query<{ month: string; style: BookStyle; accounts: Accounts }>(
    "SELECT month, style, accounts FROM book_exports WHERE environment = $1 AND id = $2",
    [environment, id],
  );
  if (!made) throw new ProblemError({ status: 404, code: "NOT_FOUND", message: "There is no such export." });
  if (style === "lines" && made.style !== "lines")
    throw new ProblemError({ status: 409, code: "NOT_BY_LINE", message: "This was exported collected, one entry for each payout. Download it so." });
  if (style === "lines") await requireLines(id);
  await appendAudit({ kind: "books-downloaded", by, environment, detail: { export: id, month: made.month, style } });
  const rows = style === "lines" ? lineRows(id, made.accounts) : collectedRows(id);
  return answerCsv(`books-${environment}-${made.month}-${id.slice(0, 8)}${style === "lines" ? "-lines" : ""}.csv`, columns, rows);
}

async function* collectedRows(exportId: string): AsyncGenerator<readonly FileRow[], void> {
  for await (const entries of entryPages(exportId, 200)) yield entries.flatMap((entry) => entry.lines.map((line) => ({ ...line, entry, order: null })));
}

const side = (name: "debit" | "credit") => (row: FileRow) => (row[name] === "0" ? "" : decimalText(BigInt(row[name]), row.entry.currency));

const columns: readonly CsvColumn<FileRow>[] = [
  { header: "date", cell: ({ entry }) => entry.date },
  { header: "voucher", cell: ({ entry }) => entry.id },
  { header: "account", cell: ({ number }) => number },
  { header: "account name", cell: ({ name }) => name },
  { header: "debit", cell: side("debit") },
  { header: "credit", cell: side("credit") },
  { header: "currency", cell: ({ entry }) => entry.currency },
  { header: "text", cell: ({ entry, slot }) => `Klarna ${entry.kind}: ${slotWords[slot].label}` },
  { header: "kind", cell: ({ entry }) => entry.kind },
  { header: "payout reference", cell: ({ entry }) => entry.reference },
  { header: "order reference", cell: ({ order }) => order },
];
