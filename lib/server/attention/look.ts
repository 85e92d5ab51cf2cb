import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query, queryOften } from "../db/client";
import { utc } from "../db/utc";
import { env } from "../env";
import { connected } from "../klarna/settings";
import type { AttentionRule } from "./rule";
import { merchantRules } from "./rules";

/** So many of one rule stand open at once in an environment: more than a team can look at in a day. The others are counted, and come when there is room. */
export const most = 500;

/** Looks by one rule at everything: brings in what is so now, ends what is so no longer, and says how many more there are. */
export async function lookBy(rule: AttentionRule): Promise<void> {
  const values = [env().DESK_TIME_SCALE, rule.name, rule.dueIn, most, connected()];
  await query(`${statement(rule, "true")}${noteStatement}`, values);
}

/** Looks at some merchants, of whom something has just been learned, by each rule that is about merchants, or by some of these. */
export async function lookAtMerchants(environment: Environment, accountIds: readonly string[], by: readonly AttentionRule[] = merchantRules): Promise<void> {
  for (const rule of by) {
    const values = [env().DESK_TIME_SCALE, rule.name, rule.dueIn, most, environment, accountIds];
    await queryOften(`${statement(rule, "x.environment = $5 AND x.account_id = ANY($6::text[])")} SELECT FROM opened`, values);
  }
}

/**
 * What a person has marked as done stays so while it is so: its row stays, and keeps the same thing from being found anew. The order makes two that look at
 * once wait for each other instead of blocking each other.
 */
const statement = ({ findings }: AttentionRule, which: string) => `
  WITH found AS MATERIALIZED (
    SELECT x.* FROM (${findings}) x
    WHERE ${which} AND $1::float8 > 0 AND NOT EXISTS (SELECT FROM erased_merchants e WHERE e.environment = x.environment AND e.account_id = x.account_id)),
  closed AS (
    UPDATE attention x SET closed_at = now()
    WHERE x.rule = $2 AND x.closed_at IS NULL AND ${which} AND NOT EXISTS (SELECT FROM found f WHERE ${same("f")})),
  standing AS (SELECT environment, count(*) AS count FROM attention WHERE rule = $2 AND closed_at IS NULL AND done_at IS NULL GROUP BY environment),
  fresh AS (
    SELECT f.*, row_number() OVER (PARTITION BY f.environment ORDER BY f.since, f.account_id, f.subject) AS place FROM found f
    WHERE NOT EXISTS (SELECT FROM attention x WHERE x.rule = $2 AND x.closed_at IS NULL AND ${same("f")})),
  opened AS (
    INSERT INTO attention (environment, account_id, rule, subject, person_id, facts, due_at)
    SELECT f.environment, f.account_id, $2, f.subject, f.person_id,
      f.facts || CASE WHEN f.since IS NULL THEN '{}' ELSE jsonb_build_object('since', ${utc("f.since")}) END, now() + $3::interval
    FROM fresh f LEFT JOIN standing s USING (environment) WHERE f.place <= $4::int - coalesce(s.count, 0)
    ORDER BY f.environment, f.account_id, f.subject
    ON CONFLICT (environment, account_id, rule, subject) WHERE closed_at IS NULL DO NOTHING RETURNING environment)`;

const noteStatement = `
  INSERT INTO attention_looks AS l (environment, rule, looked_at, more)
  SELECT e.name, $2, now(), (SELECT count(*) FROM fresh f WHERE f.environment = e.name) - (SELECT count(*) FROM opened o WHERE o.environment = e.name)
  FROM unnest($5::text[]) e (name) ORDER BY e.name
  ON CONFLICT (environment, rule) DO UPDATE SET looked_at = excluded.looked_at, more = excluded.more`;

function same(found: string): string {
  return `${found}.environment = x.environment AND ${found}.account_id = x.account_id AND ${found}.subject = x.subject`;
}
