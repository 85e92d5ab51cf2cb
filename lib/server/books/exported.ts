import "server-only";
import type { EntryLine } from "@/lib/desk/books/entry";
import type { BookStyle, PayableKind } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";
import type { BookPayable } from "./payable";
import { payablesOf } from "./payables";

/** What a month has, and by which entries it is exported. */
export interface BookedMonth {
  readonly payables: readonly BookPayable[];
  readonly entries: ReadonlyMap<string, ExportedEntry>;
}

/** An entry that stands in the books. */
export interface ExportedEntry extends Pick<BookPayable, "kind" | "id" | "date" | "source"> {
  readonly currency: string;
  readonly lines: readonly EntryLine[];
  readonly style: BookStyle;
  readonly export_id: string;
  readonly at: string;
  readonly by: string;
}

/**
 * Reads what a month has. Klarna's two APIs name one transfer alike, a settlement's id being its payout's reference: where both know it, it
 * counts once, as what it is exported as, else as the settlement.
 */
export async function bookedOf(environment: Environment, month: string): Promise<BookedMonth> {
  const payables = await payablesOf(environment, month);
  const rows = await query<ExportedEntry>(
    `SELECT e.kind, e.payable_id AS id, e.date, e.currency, e.lines, e.source, x.style, x.id AS export_id, ${utc("x.created_at")} AS at, p.name AS by
     FROM book_entries e JOIN book_exports x ON x.id = e.export_id JOIN people p ON p.id = x.person_id
     WHERE e.environment = $1 AND e.taken_back_at IS NULL AND e.payable_id = ANY($2::text[])`,
    [environment, payables.map(({ id }) => id)],
  );
  const entries = new Map(rows.map((row) => [keyOf(row), row]));
  return { payables: payables.map((payable) => (isTwin(payable, entries) ? { ...payable, standing: "twin" as const, gap: null } : payable)), entries };
}

/** What names a settlement or a payout among both. */
export function keyOf({ kind, id }: Pick<BookPayable, "kind" | "id">): string {
  return `${kind} ${id}`;
}

function isTwin({ kind, id, settled }: BookPayable, entries: BookedMonth["entries"]): boolean {
  const other: PayableKind = kind === "payout" ? "settlement" : "payout";
  return entries.has(keyOf({ kind: other, id })) || (settled && !entries.has(keyOf({ kind, id })));
}
