import "server-only";
import { bySlot, type Payable } from "@/lib/desk/books/entry";
import type { BookExport, BookItem, BookMonth } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { accountsOf } from "./accounts";
import { bookedOf, type ExportedEntry, keyOf } from "./exported";
import type { BookPayable } from "./payable";

/** A month of the books: what it has, what of it was exported, and whether it is locked. */
export async function readMonth(environment: Environment, month: string): Promise<BookMonth> {
  const [{ payables, entries }, exports, accounts, locked] = await Promise.all([
    bookedOf(environment, month),
    exportsOf(environment, month),
    accountsOf(environment),
    lockOf(environment, month),
  ]);
  return { month, locked, exports, accounts, items: payables.map((payable) => itemOf(payable, entries.get(keyOf(payable)))) };
}

function itemOf(given: BookPayable, entry: ExportedEntry | undefined): BookItem {
  const { kind, id, reference, date, dated, currency, amount, standing, gap, notes } = given;
  return {
    ...{ kind, id, reference, date, dated, currency, amount, standing, notes },
    gap: gap?.toString() ?? null,
    exported: entry ? { id: entry.export_id, at: entry.at, by: entry.by } : null,
    changed: entry !== undefined && standing !== "waiting" && !isAsExported(given, entry),
  };
}

/** Whether it would be exported as it was: the same sides on the same day in the same currency and, where its lines were exported, of the same lines. */
function isAsExported({ payable, currency, date, source }: BookPayable, entry: ExportedEntry): boolean {
  if (!payable || currency !== entry.currency || date !== entry.date || (entry.style === "lines" && source !== entry.source)) return false;
  return JSON.stringify(sidesOf(payable)) === JSON.stringify(entry.lines.map(({ slot, debit, credit }) => [slot, String(BigInt(credit) - BigInt(debit))]));
}

function sidesOf({ paid, against, parts }: Payable) {
  return [{ slot: against, amount: -paid }, ...bySlot(parts)].flatMap(({ slot, amount }) => (amount === 0n ? [] : [[slot, amount.toString()]]));
}

async function exportsOf(environment: Environment, month: string): Promise<readonly BookExport[]> {
  return query<BookExport>(
    `SELECT x.id, x.style, ${utc("x.created_at")} AS at, p.name AS by, (SELECT count(*) FROM book_entries e WHERE e.export_id = x.id)::int AS entries,
       ${utc("x.taken_back_at")} AS taken_back_at, b.name AS taken_back_by
     FROM book_exports x JOIN people p ON p.id = x.person_id LEFT JOIN people b ON b.id = x.taken_back_by
     WHERE x.environment = $1 AND x.month = $2 ORDER BY x.created_at DESC, x.id`,
    [environment, month],
  );
}

async function lockOf(environment: Environment, month: string): Promise<BookMonth["locked"]> {
  const [lock] = await query<{ at: string; by: string }>(
    `SELECT ${utc("m.locked_at")} AS at, p.name AS by FROM book_months m JOIN people p ON p.id = m.locked_by
     WHERE m.environment = $1 AND m.month = $2 AND m.locked_at IS NOT NULL`,
    [environment, month],
  );
  return lock ?? null;
}
