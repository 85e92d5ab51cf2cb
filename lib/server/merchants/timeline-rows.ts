import "server-only";
import type { TimelineKind, TimelineQuestion } from "@/lib/desk/timeline";
import type { Environment } from "@/lib/klarna/environment";
import type { Role } from "@/lib/klarna/permissions";

import { query } from "../db/client";
import { Values } from "../db/values";

/** What is asked of each table that knows something of what happened to an account. */
export interface Asked {
  readonly environment: Environment;
  readonly accountId: string;
  readonly role: Role;
  /** With its kinds filled in. */
  readonly question: TimelineQuestion;
  /** The last entry of the page before. */
  readonly before: { readonly at: string; readonly kind: string; readonly id: string } | undefined;
  /** Whether operations say what they changed. */
  readonly fields: boolean;
}

/** A table of things that happened, in SQL: its alias, the columns by which its entries are put in order, and whose doing they were. */
export interface Source {
  readonly table: string;
  readonly kinds: readonly TimelineKind[];
  readonly at: string;
  readonly kind: string;
  readonly id: string;
  /** Left out where Klarna or the desk did it. */
  readonly person?: string;
}

/**
 * The latest entries of a table that are asked for. `select` makes the statement of its rows: the condition goes into it, and the order
 * is set after it. Nothing is asked of a table that can't have any.
 */
export async function latestOf<Row extends object>(
  { table, kinds, at, kind, id, person }: Source,
  { environment, accountId, question, before }: Asked,
  limit: number,
  select: (values: Values) => string,
): Promise<readonly Row[]> {
  const { person: whose, from, to } = question;
  if (!kinds.some((one) => question.kinds.includes(one)) || (whose && !person)) return [];
  const values = new Values();
  const midnight = (day: string) => `(${values.add(day)}::date)::timestamp AT TIME ZONE 'UTC'`;
  const conditions = [
    `${table}.environment = ${values.add(environment)} AND ${table}.account_id = ${values.add(accountId)}`,
    whose && `${person} = ${values.add(whose)}::uuid`,
    from && `${at} >= ${midnight(from)}`,
    to && `${at} < ${midnight(to)} + interval '1 day'`,
    // What is of one moment goes by kind and id, in an order that doesn't depend on the database's language.
    before &&
      `${at} <= ${values.add(before.at)}::timestamptz AND (${at}, ${kind} COLLATE "C", ${id} COLLATE "C")
        < (${values.add(before.at)}::timestamptz, ${values.add(before.kind)}::text, ${values.add(before.id)}::text)`,
  ];
  return query<Row>(
    `${select(values)} AND ${conditions.filter(Boolean).join(" AND ")} ORDER BY ${at} DESC, ${kind} COLLATE "C" DESC, ${id} COLLATE "C" DESC LIMIT ${limit}`,
    values.list,
  );
}

/** SQL: a number as an id that sorts as the number does. */
export function counted(column: string): string {
  return `lpad(${column}::text, 15, '0')`;
}
