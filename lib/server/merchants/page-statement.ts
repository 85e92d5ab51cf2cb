import "server-only";
import type { DirectoryQuery } from "@/lib/desk/directory";
import type { Environment } from "@/lib/klarna/environment";

import { utc } from "../db/utc";
import { Values } from "../db/values";
import { conditionsOf } from "./conditions";
import { phaseAt, readCursor } from "./cursor";
import { matches, type Sought, type Spelling, wordsToGuess } from "./matching";
import { type Phase, phasesOf } from "./phases";

/** The statement that reads a page: each part of the list only when the ones before it didn't fill it, for PostgreSQL stops at the limit. */
export function pageStatement(environment: Environment, asked: DirectoryQuery, sought: Sought, spelling: Spelling, limit: number, after?: string) {
  const values = new Values();
  const { from, where } = rowsOf(environment, asked, sought, spelling, values);
  const phases = phasesOf(asked, sought, spelling, values);
  const cursor = after === undefined ? undefined : readCursor(after);
  if (cursor) phaseAt(phases, cursor);
  const most = values.add(limit + 1);
  const parts = phases.flatMap((phase, number) => {
    if (cursor && number < cursor.phase) return [];
    const further = cursor && number === cursor.phase ? [isAfter(phase, cursor.keys, values)] : [];
    const conditions = [...where, ...(phase.where ? [`(${phase.where})`] : []), ...further].join(" AND ");
    const keys = `ARRAY[${phase.keys.map(({ text }) => text).join(", ")}] AS keys`;
    return [`(SELECT ${merchantColumns}, ${number} AS phase, ${keys} FROM ${from} WHERE ${conditions} ORDER BY ${order(phase)} LIMIT ${most})`];
  });
  return { text: `SELECT * FROM (${parts.join(" UNION ALL ")}) page LIMIT ${most}`, values: values.list };
}

/** The rows that a question is about, before they are narrowed to a page: `FROM … WHERE …`, with its values. */
export function rowsOf(environment: Environment, asked: DirectoryQuery, sought: Sought, spelling: Spelling, values: Values, uncounted?: "state") {
  const similar = spelling === "similar";
  const from = similar
    ? `merchants m JOIN merchants_spelt_like(${values.add(environment)}, ${values.add(wordsToGuess(sought))}) s USING (account_id)`
    : "merchants m";
  return { from, where: [...conditionsOf(environment, asked, values, uncounted), ...(similar ? [] : matches(sought, values))] };
}

function order({ keys, descending }: Phase): string {
  return keys.map(({ sql }) => (descending ? `${sql} DESC` : sql)).join(", ");
}

function isAfter({ keys, descending }: Phase, values: readonly string[], statement: Values): string {
  const last = keys.map(({ type }, at) => `${statement.add(values[at])}::${type}`);
  return `(${keys.map(({ sql }) => sql).join(", ")}) ${descending ? "<" : ">"} (${last.join(", ")})`;
}

const tags = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'colour', t.colour) ORDER BY t.name), '[]')
  FROM merchant_tags mt JOIN tags t ON t.id = mt.tag_id WHERE mt.environment = m.environment AND mt.account_id = m.account_id) AS tags`;

/** What a row of the directory is read as. */
export const merchantColumns = `m.environment, m.account_id, m.account_reference, m.account_name, m.account_group_reference, m.account_group_id, m.state, m.state_reason,
  m.country, m.products, m.websites, m.registration_number, ${tags},
  ${["first_seen_at", "seen_at", "missing_since", "changed_at"].map((name) => `${utc(`m.${name}`)} AS ${name}`).join(", ")}`;
