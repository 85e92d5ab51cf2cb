import "server-only";
import type { TimelineKind, TimelineQuestion } from "@/lib/desk/timeline";
import type { Environment } from "@/lib/klarna/environment";
import type { Role } from "@/lib/klarna/permissions";

import { query } from "../db/client";
import { utc } from "../db/utc";
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

/** A table of things that happened, in SQL: what it is called, the columns by which its entries are put in order, and whose doing they were. */
export interface Source {
  readonly table: string;
  readonly as: string;
  readonly kinds: readonly TimelineKind[];
  readonly at: string;
  readonly kind: string;
  /** A `bigint`, or a UUID. */
  readonly id: string;
  readonly numbered?: true;
  /** Left out where Klarna or the desk did it. */
  readonly person?: string;
  /** Which rows there are at all. */
  readonly which?: (values: Values) => string;
  /** What is told of each, and what that is joined with. */
  readonly tells: (values: Values) => string;
  readonly joins?: (values: Values) => string;
}

/** The latest entries of a table that are asked for. Nothing is asked of a table that can't have any; what is told of an entry is worked out for those alone. */
export async function latestOf<Row extends object>(source: Source, asked: Asked, limit: number): Promise<readonly Row[]> {
  const { table, as, kinds, at, kind, id, person, which, tells, joins } = source;
  const { kinds: wanted, person: whose } = asked.question;
  if (!kinds.some((one) => wanted.includes(one)) || (whose && !person)) return [];
  const values = new Values();
  const conditions = [...conditionsOf(source, asked, values), ...(which ? [which(values)] : [])].join(" AND ");
  const latestFirst = `ORDER BY ${at} DESC, ${kind} COLLATE "C" DESC, ${id} DESC`;
  const latest = `SELECT * FROM ${table} ${as} WHERE ${conditions} ${latestFirst} LIMIT ${limit}`;
  return query<Row>(
    `SELECT ${kind} AS kind, ${idOf(source)} AS id, ${utc(at)} AS at, ${tells(values)} FROM (${latest}) ${as} ${joins?.(values) ?? ""} ${latestFirst}`,
    values.list,
  );
}

function conditionsOf(source: Source, { environment, accountId, question, before }: Asked, values: Values): readonly string[] {
  const { as, at, kind, person } = source;
  const { person: whose, from, to } = question;
  const midnight = (day: string) => `(${values.add(day)}::date)::timestamp AT TIME ZONE 'UTC'`;
  const conditions = [`${as}.environment = ${values.add(environment)}`, `${as}.account_id = ${values.add(accountId)}`];
  if (whose) conditions.push(`${person} = ${values.add(whose)}::uuid`);
  if (from) conditions.push(`${at} >= ${midnight(from)}`);
  if (to) conditions.push(`${at} < ${midnight(to)} + interval '24 hours'`);
  if (before) {
    // What is of one moment goes by kind and id, in an order that doesn't depend on the database's language.
    const moment = `${values.add(before.at)}::timestamptz`;
    const earlier = `(${kind} COLLATE "C", ${idOf(source)} COLLATE "C") < (${values.add(before.kind)}::text, ${values.add(before.id)}::text)`;
    conditions.push(`${at} <= ${moment} AND (${at} < ${moment} OR ${earlier})`);
  }
  return conditions;
}

/** As a text that sorts as the id itself does. */
function idOf({ id, numbered }: Source): string {
  return numbered ? `lpad(${id}::text, 15, '0')` : `${id}::text`;
}
