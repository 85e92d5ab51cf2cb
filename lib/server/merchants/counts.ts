import "server-only";
import type { DirectoryQuery } from "@/lib/desk/directory";
import type { MerchantCounts } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { Values } from "../db/values";
import { isMisspelt } from "./directory";
import { type Sought, type Spelling, soughtBy } from "./matching";
import { rowsOf } from "./page-statement";

/** How many merchants a question asks for, by state. `total` is what the list has, narrowed by everything. */
export async function countMerchants(environment: Environment, asked: DirectoryQuery): Promise<MerchantCounts> {
  const sought = await soughtBy(environment, asked.text);
  const counted = await countSpelt(environment, asked, sought, "typed");
  return Object.keys(counted.states).length === 0 && (await isMisspelt(environment, sought)) ? countSpelt(environment, asked, sought, "similar") : counted;
}

async function countSpelt(environment: Environment, asked: DirectoryQuery, sought: Sought, spelling: Spelling): Promise<MerchantCounts> {
  const values = new Values();
  const { from, where } = rowsOf(environment, asked, sought, spelling, values, "state");
  const rows = await query<{ standing: string; count: number }>(
    `SELECT m.standing, count(*)::int AS count FROM ${from} WHERE ${where.join(" AND ")} GROUP BY m.standing`,
    values.list,
  );
  const wanted = asked.filters.state;
  const total = rows.filter(({ standing }) => !wanted || wanted.includes(standing)).reduce((sum, { count }) => sum + count, 0);
  return { total, states: Object.fromEntries(rows.map(({ standing, count }) => [standing, count])) };
}
