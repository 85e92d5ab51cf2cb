import "server-only";
import { type AttentionCounts, type AttentionFilter, attentionTabs } from "@/lib/desk/attention";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { Values } from "../db/values";
import { connected } from "../klarna/settings";
import { conditionsOf, inTab, type Viewer } from "./conditions";
import { rulesSeenBy } from "./rules";

/** How much somebody has to look at now, by tab; and how much more each rule found than it brings in at once. */
export async function countAttention({ tab: _, ...filter }: Partial<AttentionFilter>, viewer: Viewer): Promise<AttentionCounts> {
  const values = new Values();
  const where = conditionsOf(filter, viewer, values);
  const counts = attentionTabs.map((tab) => `(count(*) FILTER (WHERE ${inTab(tab, viewer.personId, values)}))::int AS ${tab}`).join(", ");
  const [[counted], looks] = await Promise.all([
    query<Pick<AttentionCounts, "mine" | "unassigned" | "all">>(`SELECT ${counts} FROM attention a WHERE ${where}`, values.list),
    query<AttentionCounts["more"][number] & { readonly looked_at: string }>(
      `SELECT environment, rule, more AS count, ${utc("looked_at")} AS looked_at FROM attention_looks
       WHERE environment = ANY($1::text[]) AND rule = ANY($2::text[]) ORDER BY rule, environment DESC`,
      [connected(), rulesSeenBy(viewer.role)],
    ),
  ]);
  const { environment, rule } = filter;
  const wanted = (look: { readonly environment: string; readonly rule: string }) =>
    (environment === undefined || look.environment === environment) && (rule === undefined || look.rule === rule);
  return {
    ...(counted ?? { mine: 0, unassigned: 0, all: 0 }),
    more: looks.filter((look) => look.count > 0 && wanted(look)).map(({ looked_at: _, ...more }) => more),
    looked_at: looks.map(({ looked_at }) => looked_at).sort()[0] ?? null,
  };
}
