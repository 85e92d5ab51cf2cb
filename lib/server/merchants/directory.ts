import "server-only";
import { type DirectoryQuery, everything } from "@/lib/desk/directory";
import type { DirectoryMerchant, MerchantPage } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { Values } from "../db/values";
import { conditionsOf } from "./conditions";
import { phaseAt, readCursor, writeCursor } from "./cursor";
import { matches, type Sought, type Spelling, soughtBy, wordsToGuess } from "./matching";
import { type Phase, phasesOf } from "./phases";

// A screen holds about twenty: with more, the first of them would be painted later.
const pageSize = 25;

interface Place {
  /** The cursor of a page, as the page before it said. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** A page of the merchants that a question asks for. Read along an index from where the last page ended, never by counting past rows. */
export async function listMerchants(
  environment: Environment,
  asked: DirectoryQuery = everything,
  { after, limit = pageSize }: Place = {},
): Promise<MerchantPage> {
  const sought = await soughtBy(environment, asked.text);
  if (after !== undefined) return readPage(environment, asked, sought, readCursor(after).spelling, limit, after);
  const page = await readPage(environment, asked, sought, "typed", limit);
  return page.merchants.length === 0 && (await isMisspelt(environment, sought)) ? readPage(environment, asked, sought, "similar", limit) : page;
}

/** The merchants that a text finds best, for a palette: at most `limit`. */
export async function searchMerchants(environment: Environment, text: string, limit: number): Promise<readonly DirectoryMerchant[]> {
  return (await listMerchants(environment, { ...everything, text }, { limit })).merchants;
}

/** Whether no merchant at all is spelt as it was typed, while others may be spelt similarly. */
export async function isMisspelt(environment: Environment, sought: Sought): Promise<boolean> {
  if (wordsToGuess(sought).length === 0) return false;
  const values = new Values();
  const where = [...conditionsOf(environment, everything, values), ...matches(sought, values)].join(" AND ");
  const [found] = await query<{ any: boolean }>(`SELECT EXISTS (SELECT FROM merchants m WHERE ${where}) AS any`, values.list);
  return found?.any === false;
}

/** One account as last seen; undefined when the directory has never heard of it. */
export async function findMerchant(environment: Environment, accountId: string): Promise<DirectoryMerchant | undefined> {
  const [merchant] = await query<DirectoryMerchant>(`SELECT ${columns} FROM merchants m WHERE environment = $1 AND account_id = $2`, [environment, accountId]);
  return merchant;
}

/** The rows that a question is about, before they are narrowed to a page: `FROM … WHERE …`, with its values. */
export function rowsOf(environment: Environment, asked: DirectoryQuery, sought: Sought, spelling: Spelling, values: Values, uncounted?: "state") {
  const similar = spelling === "similar";
  const from = similar
    ? `merchants m JOIN merchants_spelt_like(${values.add(environment)}, ${values.add(wordsToGuess(sought))}) s USING (account_id)`
    : "merchants m";
  return { from, where: [...conditionsOf(environment, asked, values, uncounted), ...(similar ? [] : matches(sought, values))] };
}

type Row = DirectoryMerchant & { readonly phase: number; readonly keys: readonly string[] };

async function readPage(
  environment: Environment,
  asked: DirectoryQuery,
  sought: Sought,
  spelling: Spelling,
  limit: number,
  after?: string,
): Promise<MerchantPage> {
  const values = new Values();
  const { from, where } = rowsOf(environment, asked, sought, spelling, values);
  const phases = phasesOf(asked, sought, spelling, values);
  const cursor = after === undefined ? undefined : readCursor(after);
  const begun = cursor && { ...cursor, at: phaseAt(phases, cursor) };
  const most = values.add(limit + 1);
  // Each part is only read when the ones before it didn't fill the page: PostgreSQL stops at the limit.
  const parts = phases.flatMap((phase, number) => {
    if (begun && number < begun.phase) return [];
    const further = begun && number === begun.phase ? [isAfter(phase, begun.keys, values)] : [];
    const conditions = [...where, ...(phase.where ? [`(${phase.where})`] : []), ...further].join(" AND ");
    const keys = `ARRAY[${phase.keys.map(({ text }) => text).join(", ")}] AS keys`;
    return [`(SELECT ${columns}, ${number} AS phase, ${keys} FROM ${from} WHERE ${conditions} ORDER BY ${order(phase)} LIMIT ${most})`];
  });
  const rows = await query<Row>(`SELECT * FROM (${parts.join(" UNION ALL ")}) page LIMIT ${most}`, values.list);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    merchants: rows.slice(0, limit).map(({ phase: _phase, keys: _keys, ...merchant }) => merchant),
    next: last ? writeCursor({ spelling, phase: last.phase, keys: last.keys }) : null,
    spelling,
  };
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

const columns = `m.environment, m.account_id, m.account_reference, m.account_name, m.account_group_reference, m.account_group_id, m.state, m.state_reason,
  m.country, m.products, m.websites, m.registration_number, ${tags},
  ${["first_seen_at", "seen_at", "missing_since", "changed_at"].map((name) => `${utc(`m.${name}`)} AS ${name}`).join(", ")}`;
