import "server-only";
import type { EntryLine, Part } from "@/lib/desk/books/entry";
import type { PayableKind } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";

/** One row of the file: a line of an entry. */
export interface FileRow extends EntryLine {
  readonly entry: ExportEntry;
  /** The order that it is of, where it is of one. */
  readonly order: string | null;
}

/** An entry as it was exported. */
export interface ExportEntry {
  readonly environment: Environment;
  readonly kind: PayableKind;
  readonly id: string;
  readonly date: string;
  readonly reference: string;
  readonly currency: string;
  readonly lines: readonly EntryLine[];
  readonly source: string;
}

/** A line of a settlement or a payout: what it is made of, and the order that it is of. */
export interface BookedLine {
  readonly parts: readonly Part[];
  readonly order: string | null;
}

/** The entries of an export in the order of their days, some at a time. */
export async function* entryPages(exportId: string, size: number): AsyncGenerator<readonly ExportEntry[], void> {
  let after: readonly [string, string, string] = ["", "", ""];
  for (;;) {
    const entries = await query<ExportEntry>(
      `SELECT environment, kind, payable_id AS id, date, reference, currency, lines, source FROM book_entries
       WHERE export_id = $1 AND (date, kind, payable_id) > ($2, $3, $4) ORDER BY date, kind, payable_id LIMIT ${size}`,
      [exportId, ...after],
    );
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    after = [last.date, last.kind, last.id];
  }
}
