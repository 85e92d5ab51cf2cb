import "server-only";
import type { EntryLine } from "@/lib/desk/books/entry";
import type { BookStyle, PayableKind } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { numberOf } from "../settlements/number";
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
 * Reads what a month has. Klarna's two APIs name one transfer alike, a settlement's id being its payout's reference, with or without a prefix: where both
 * know it, it counts once, as what it is exported as, else as the settlement.
 */
export async function bookedOf(environment: Environment, month: string): Promise<BookedMonth> {
  const payables = await payablesOf(environment, month);
  const rows = await query<ExportedEntry>(
    `SELECT e.kind, e.payable_id AS id, e.date, e.currency, e.lines, e.source, x.style, x.id AS export_id, ${utc("x.created_at")} AS at, p.name AS by
     FROM book_entries e JOIN book_exports x ON x.id = e.export_id JOIN people p ON p.id = x.person_id
     WHERE e.environment = $1 AND e.taken_back_at IS NULL
       AND (e.payable_id = ANY($2::text[]) OR e.kind = 'settlement' AND ${numberOf("e.payable_id")} = ANY($2::text[]))`,
    [environment, payables.flatMap(namesOf)],
  );
  const entries = new Map(rows.map((row) => [keyOf(row), row]));
  const transfers = new Set(rows.flatMap((row) => namesOf(row).map((id) => keyOf({ kind: row.kind, id }))));
  return {
    payables: payables.map((payable) => (isTwin(payable, entries, transfers) ? { ...payable, standing: "twin" as const, gap: null } : payable)),
    entries,
  };
}

/** What names a settlement or a payout among both. */
export function keyOf({ kind, id }: Pick<BookPayable, "kind" | "id">): string {
  return `${kind} ${id}`;
}

function isTwin(payable: BookPayable, entries: BookedMonth["entries"], transfers: ReadonlySet<string>): boolean {
  const kind: PayableKind = payable.kind === "payout" ? "settlement" : "payout";
  return namesOf(payable).some((id) => transfers.has(keyOf({ kind, id }))) || (payable.settled && !entries.has(keyOf(payable)));
}

/** What its transfer may be called by Klarna's other API: a payout as it is, a settlement also without the prefix of its kind. */
function namesOf({ kind, id }: Pick<BookPayable, "kind" | "id">): readonly string[] {
  return kind === "payout" ? [id] : [id, id.replace(/^.*-/, "")];
}
