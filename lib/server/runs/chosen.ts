import "server-only";
import type { DirectoryQuery } from "@/lib/desk/directory";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { Values } from "../db/values";
import { soughtBy } from "../merchants/matching";
import { rowsOf } from "../merchants/page-statement";
import type { Known } from "./weigh";

const pageSize = 5_000;

export interface Chosen extends Known {
  readonly account_id: string;
  readonly seen_at: string | null;
}

/** The merchants that a question means now, some at a time. What is only spelt similarly was not asked for, and isn't among them. */
export async function* chosenMerchants(environment: Environment, asked: DirectoryQuery): AsyncGenerator<readonly Chosen[], void> {
  for (let after = ""; ; ) {
    const { rows, values } = await chosenRows(environment, asked);
    const found = await query<Chosen>(
      `SELECT m.account_id, m.state, ${utc("m.missing_since")} AS missing_since, m.products, ${utc("m.seen_at")} AS seen_at
       FROM ${rows} AND m.account_id > ${values.add(after)} ORDER BY m.account_id LIMIT ${pageSize}`,
      values.list,
    );
    yield found;
    if (found.length < pageSize) return;
    after = found.at(-1)?.account_id ?? after;
  }
}

/** The same as SQL: `merchants m WHERE …`, and its values, to which more may be added. */
async function chosenRows(environment: Environment, asked: DirectoryQuery): Promise<{ readonly rows: string; readonly values: Values }> {
  const values = new Values();
  const { from, where } = rowsOf(environment, asked, await soughtBy(environment, asked.text), "typed", values);
  return { rows: `${from} WHERE ${where.join(" AND ")}`, values };
}
