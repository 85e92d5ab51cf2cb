import "server-only";
import { type DirectoryQuery, everything } from "@/lib/desk/directory";
import type { DirectoryMerchant, MerchantPage } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { Values } from "../db/values";
import { conditionsOf } from "./conditions";
import { readCursor, writeCursor } from "./cursor";
import { matches, type Sought, type Spelling, soughtBy, wordsToGuess } from "./matching";
import { merchantColumns, pageStatement } from "./page-statement";

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
  const [merchant] = await query<DirectoryMerchant>(`SELECT ${merchantColumns} FROM merchants m WHERE environment = $1 AND account_id = $2`, [
    environment,
    accountId,
  ]);
  return merchant;
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
  const { text, values } = pageStatement(environment, asked, sought, spelling, limit, after);
  const rows = await query<Row>(text, values);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    merchants: rows.slice(0, limit).map(({ phase: _phase, keys: _keys, ...merchant }) => merchant),
    next: last ? writeCursor({ spelling, phase: last.phase, keys: last.keys }) : null,
    spelling,
  };
}
