import "server-only";
import type { BookLook, BookStyle } from "@/lib/desk/books/month";
import { monthName } from "@/lib/desk/books/month";
import { slotWords } from "@/lib/desk/books/slots";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import type { Session } from "../session";
import { prepare } from "./look";

/** What is to be exported, and what was looked at before. */
export interface ExportOrder {
  readonly environment: Environment;
  readonly month: string;
  readonly style: BookStyle;
  readonly seen: string;
}

/**
 * Exports what was looked at, and nothing else; answers the export's id, also to who asks again because no answer came. The database
 * decides that nothing is in two exports, also between two people at once, and that nothing is exported of a month that is locked.
 */
export async function makeExport(order: ExportOrder, by: Session): Promise<{ readonly id: string }> {
  const { environment, month, style, seen } = order;
  const { look, entries, accounts } = await prepare(environment, month, style);
  if (look.seen !== seen) return madeBefore(order, by);
  if (look.missing.length > 0)
    throw refused(`Name an account first for: ${look.missing.map((slot) => slotWords[slot].label).join(", ")}.`, "ACCOUNT_MISSING", 400);
  if (entries.length === 0) throw refused("There is nothing to export that isn't exported already, or left out with its reason.", "NOTHING_TO_EXPORT", 400);
  const values = [environment, month, style, JSON.stringify(accounts), by.personId, by.role, JSON.stringify(entries), seen];
  const made = await query<{ id: string }>(exportStatement, values).catch((error: unknown) => {
    if ((error as { code?: unknown } | null)?.code === "23505") return undefined;
    throw error;
  });
  if (!made) return madeBefore(order, by);
  if (!made[0]) throw locked(month);
  return made[0];
}

/** What an export would hold. */
export async function lookFirst(environment: Environment, month: string, style: BookStyle): Promise<BookLook> {
  return (await prepare(environment, month, style)).look;
}

/** The refusal of a change to a month that is locked. */
export function locked(month: string): ProblemError {
  return refused(`${monthName(month)} is locked, so what is exported of it stays as it is. Unlock it first if that must change.`, "MONTH_LOCKED", 409);
}

/** The export that the same person has made of what was looked at. Throws 409 where there is none: then it changed meanwhile. */
async function madeBefore({ environment, month, style, seen }: ExportOrder, by: Session): Promise<{ readonly id: string }> {
  const [made] = await query<{ id: string }>(
    "SELECT id FROM book_exports WHERE environment = $1 AND month = $2 AND style = $3 AND seen = $4 AND person_id = $5 AND taken_back_at IS NULL",
    [environment, month, style, seen, by.personId],
  );
  if (made) return made;
  throw refused("This stands otherwise by now, or somebody has exported of it meanwhile, so nothing was exported. Look again.", "BOOKS_CHANGED", 409);
}

function refused(message: string, code: string, status: 400 | 409): ProblemError {
  return new ProblemError({ status, code, message });
}

// Whoever exports of a month holds its row to the end: neither a lock nor another export comes in between.
const exportStatement = `
  WITH held AS (
    INSERT INTO book_months AS m (environment, month) VALUES ($1, $2)
    ON CONFLICT (environment, month) DO UPDATE SET month = excluded.month WHERE m.locked_at IS NULL RETURNING m.environment, m.month),
  made AS (
    INSERT INTO book_exports (environment, month, style, accounts, seen, person_id) SELECT environment, month, $3, $4::jsonb, $8, $5 FROM held RETURNING id, environment, month, style),
  kept AS (
    INSERT INTO book_entries (export_id, environment, kind, payable_id, date, reference, currency, amount, lines, source)
    SELECT made.id, made.environment, e.kind, e.payable_id, e.date, e.reference, e.currency, e.amount, e.lines, e.source
    FROM made, jsonb_to_recordset($7::jsonb) AS e(kind text, payable_id text, date text, reference text, currency text, amount bigint, lines jsonb, source text) RETURNING 1),
  logged AS (
    INSERT INTO audit_entries (kind, person_id, role, environment, detail)
    SELECT 'books-exported', $5, $6, environment, jsonb_build_object('export', id, 'month', month, 'style', style, 'entries', (SELECT count(*) FROM kept)) FROM made)
  SELECT id FROM made`;
