import "server-only";
import { bySlot, entryLine, type Part, restOf } from "@/lib/desk/books/entry";
import type { PayableKind } from "@/lib/desk/books/month";
import type { Accounts } from "@/lib/desk/books/slots";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { type ExportEntry, entryPages, type FileRow } from "./entries";
import { payoutLines } from "./payout-lines";
import { settlementLines } from "./settlement-lines";

/** Every line of an export's entries, a page at a time. Ends with a fault, never as if all were there, when the lines stop coming to what was exported. */
export async function* lineRows(exportId: string, accounts: Accounts): AsyncGenerator<readonly FileRow[], void> {
  for await (const entries of entryPages(exportId, 50)) for (const entry of entries) yield* rowsOf(entry, accounts);
}

/** Throws 409 unless the lines of an export are still those that were exported. */
export async function requireLines(exportId: string): Promise<void> {
  const [changed] = await query<{ kind: PayableKind; id: string }>(changedStatement, [exportId]);
  if (!changed) return;
  const message = `The lines of ${changed.kind} ${changed.id} aren't those that were exported any more. The collected file is as it was.`;
  throw new ProblemError({ status: 409, code: "LINES_CHANGED", message });
}

async function* rowsOf(entry: ExportEntry, accounts: Accounts): AsyncGenerator<readonly FileRow[], void> {
  const [against, parts] = [entry.lines.filter(({ slot }) => isPaid(slot)), entry.lines.filter(({ slot }) => !isPaid(slot))];
  yield against.map((line) => ({ ...line, entry, order: null }));
  let sums: readonly Part[] = [];
  for await (const lines of entry.kind === "settlement" ? settlementLines(entry) : payoutLines(entry)) {
    sums = bySlot([...sums, ...lines.flatMap((line) => line.parts)]);
    yield lines.flatMap(({ parts: own, order }) => own.flatMap((part) => (part.amount === 0n ? [] : [{ ...entryLine(part, accounts), entry, order }])));
  }
  const exported = parts.map(({ slot, debit, credit }) => ({ slot, amount: BigInt(credit) - BigInt(debit) }));
  const held = restOf(exported, sums);
  if (held.kind === "differs") throw new Error("The lines of an entry came to something else than was exported.");
  yield held.rest.map((part) => ({ ...entryLine(part, accounts), entry, order: null }));
}

function isPaid(slot: string): boolean {
  return slot === "bank" || slot === "clearing";
}

const changedStatement = `
  SELECT e.kind, e.payable_id AS id FROM book_entries e WHERE e.export_id = $1 AND NOT CASE e.kind
    WHEN 'settlement' THEN EXISTS (
      SELECT 1 FROM settlements s JOIN settlement_loads l ON l.id = s.load_id
      WHERE s.environment = e.environment AND s.settlement_id = e.payable_id AND encode(l.sha256, 'hex') = e.source)
    ELSE EXISTS (
      SELECT 1 FROM payouts p WHERE p.environment = e.environment AND p.payment_reference = e.payable_id AND ${utc("p.changed_at")} = e.source) END
  ORDER BY e.date, e.kind, e.payable_id LIMIT 1`;
