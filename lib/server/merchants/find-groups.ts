import "server-only";
import type { Facet } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { Values } from "../db/values";
import { holds, isIban, matches, soughtBy } from "./matching";

const most = 100;

/** The groups whose reference or id holds what was typed, the largest first; all of them while nothing is typed. At most a hundred. */
export async function findGroups(environment: Environment, text: string): Promise<readonly Facet[]> {
  // No group is called by an account's number, and who may search for one is asked elsewhere.
  if (isIban(text)) return [];
  const sought = await soughtBy(environment, text);
  const values = new Values();
  // A merchant is found by its group's reference too, along an index; the group itself is looked at when there are few.
  const members = [`m.environment = ${values.add(environment)}`, ...matches(sought, values)].join(" AND ");
  const words = sought.kind === "words" ? sought.words : [];
  const called = words.map((word) => holds("called", word, values)).join(" AND ");
  return query<Facet>(
    `SELECT value, value AS name FROM (
       SELECT coalesce(m.account_group_reference, m.account_group_id) AS value, count(*) AS size, max(m.account_group_id) AS id
       FROM merchants m WHERE ${members} AND coalesce(m.account_group_reference, m.account_group_id) IS NOT NULL GROUP BY 1) g,
       LATERAL (SELECT ${words.length > 0 ? "search_words(concat_ws(' ', value, regexp_replace(id, '^.*:', '')))" : "''"} AS called) c
     WHERE ${called || "true"} ORDER BY size DESC, value LIMIT ${most}`,
    values.list,
  );
}
