import "server-only";
import type { Next, OperationPage, OperationSummary } from "@/lib/desk/operation";
import { everyOperation } from "@/lib/klarna/every-operation";
import type { Operation } from "@/lib/klarna/operation";

import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { repeatableHours } from "./key";
import { isRepeatable } from "./settle";

const pageSize = 50;

/** The operations without a clear answer, those that wait for a person first and the oldest of them first. */
export async function listOpen(after?: string): Promise<OperationPage> {
  const [waits, at, id] = after === undefined ? [] : readCursor(after, ["int", "timestamptz", "uuid"]);
  const rows = await query<SummaryRow>(
    `${summary} WHERE o.state IN ('sent', 'unknown') AND ($1::int IS NULL OR (${waiting}, o.first_sent_at, o.id) > ($1, $2::timestamptz, $3::uuid))
     ORDER BY ${waiting}, o.first_sent_at, o.id LIMIT ${pageSize + 1}`,
    [waits ?? null, at ?? null, id ?? null],
  );
  return page(rows, (row) => [row.next === "person" ? "0" : "1", row.first_sent_at, row.id]);
}

/** The operations that were settled by something else than Klarna's first answer, the latest first. */
export async function listSettled(after?: string): Promise<OperationPage> {
  const [at, id] = after === undefined ? [] : readCursor(after, ["timestamptz", "uuid"]);
  const rows = await query<SummaryRow>(
    `${summary} WHERE o.settled_by <> 'answer' AND ($1::timestamptz IS NULL OR (o.settled_at, o.id) < ($1, $2::uuid))
     ORDER BY o.settled_at DESC, o.id DESC LIMIT ${pageSize + 1}`,
    [at ?? null, id ?? null],
  );
  return page(rows, (row) => [row.settled_at ?? "", row.id]);
}

/** A row as it is shown: what comes next, and how long its key still works. */
export function summarised<Row extends SummaryRow>({ old, leased, ...row }: Row): Omit<Row, "old" | "leased"> & OperationSummary {
  const operation = everyOperation.get(row.name);
  return { ...row, key_until: operation && isRepeatable(operation) && !old ? row.key_until : null, next: nextOf(operation, { ...row, old, leased }) };
}

export interface SummaryRow extends Omit<OperationSummary, "next"> {
  readonly old: boolean;
  readonly leased: boolean;
}

function nextOf(operation: Operation | undefined, { state, next_try_at, next_look_at, leased }: SummaryRow): Next | null {
  if (state === "confirmed" || state === "rejected") return null;
  if (state === "sent") return leased || (operation && isRepeatable(operation)) ? "in-flight" : "look";
  return next_try_at ? "repeat" : next_look_at ? "look" : "person";
}

function page(rows: readonly SummaryRow[], cursor: (row: OperationSummary) => readonly string[]): OperationPage {
  const shown = rows.slice(0, pageSize).map(summarised);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return { operations: shown, next: last ? writeCursor(cursor(last)) : null };
}

const waiting = "(CASE WHEN o.state = 'unknown' AND o.next_try_at IS NULL AND o.next_look_at IS NULL THEN 0 ELSE 1 END)";

const times = ["first_sent_at", "sent_at", "next_try_at", "next_look_at", "settled_at"].map((name) => `${utc(`o.${name}`)} AS ${name}`).join(", ");

/** The columns of a summary; what selects by them follows. */
export const summaryColumns = `o.id, o.environment, o.name, o.state, o.account_id, coalesce(m.account_name, o.account_reference) AS merchant, p.name AS by,
  o.tries, o.settled_by, ${times}, ${utc(`(o.first_sent_at + interval '${repeatableHours} hours')`)} AS key_until,
  o.first_sent_at <= now() - interval '${repeatableHours} hours' AS old, o.lease_until >= now() AS leased`;

export const summaryTables = `FROM operations o JOIN people p ON p.id = o.person_id
  LEFT JOIN merchants m ON m.environment = o.environment AND m.account_id = o.account_id`;

const summary = `SELECT ${summaryColumns} ${summaryTables}`;
