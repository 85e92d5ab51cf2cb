import "server-only";
import type { WebhookWatch } from "@/lib/desk/webhook";
import { type Environment, environments } from "@/lib/klarna/environment";
import { announcements } from "@/lib/klarna/notifications/announcements";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { heardBySettings, hears, patienceSeconds } from "../operations/announcements";
import type { Actor } from "../operations/record";

/** Longer than a weekend at a desk where nobody works then. */
export const usualQuietHours = 72;

/**
 * Whether an environment's webhooks come, measured by what was to be expected: a change that Klarna announces and didn't, with nothing
 * else since, counts after 20 minutes; mere silence after as many hours as are set.
 */
export async function watchWebhooks(environment: Environment): Promise<WebhookWatch> {
  const [row] = await query<WebhookWatch>(
    `SELECT environment, ${utc("last_at")} AS last_at, quiet_hours, unannounced, state FROM (${watches()}) w WHERE environment = $1`,
    [environment],
  );
  return row ?? { environment, last_at: null, quiet_hours: usualQuietHours, unannounced: 0, state: "unset" };
}

/** Sets after how many hours of silence an environment's webhooks alarm. */
export async function setQuietHours(environment: Environment, hours: number, by: Actor): Promise<void> {
  await query(
    `WITH watched AS (
       INSERT INTO webhook_watches AS w (environment, quiet_hours) VALUES ($1, $2) ON CONFLICT (environment) DO UPDATE SET quiet_hours = excluded.quiet_hours)
     INSERT INTO audit_entries (kind, person_id, role, environment, detail) VALUES ('webhook-watch-set', $3, $4, $1, jsonb_build_object('quiet_hours', $2::int))`,
    [environment, hours, by.personId, by.role],
  );
}

/**
 * SQL: how each environment's webhooks stand, and since when they alarm if they do. A desk that has had none yet is quiet from the moment somebody first used it
 * with this environment.
 */
export function watches(): string {
  const texts = (list: Iterable<string>) => `ARRAY[${[...list].map((text) => `'${text}'`).join(", ")}]::text[]`;
  const owed = `SELECT count(*)::int AS count, min(o.settled_at) + make_interval(secs => ${patienceSeconds()}) AS since FROM operations o
    WHERE o.environment = e.name AND o.name = ANY(${texts(announcements.keys())}) AND o.state = 'confirmed'
      AND o.first_sent_at > greatest(last.at, now() - interval '7 days') AND o.settled_at < now() - make_interval(secs => ${patienceSeconds()})`;
  return `
    SELECT e.name AS environment, last.at AS last_at, watch.hours AS quiet_hours, owed.count AS unannounced, alarm.state,
      CASE alarm.state WHEN 'missing' THEN owed.since WHEN 'quiet' THEN silence.at + make_interval(hours => watch.hours) END AS since
    FROM unnest(${texts(environments)}) e (name)
    CROSS JOIN LATERAL (SELECT max(received_at) AS at FROM webhook_events WHERE environment = e.name) last
    CROSS JOIN LATERAL (SELECT coalesce((SELECT quiet_hours FROM webhook_watches WHERE environment = e.name), ${usualQuietHours}) AS hours) watch
    CROSS JOIN LATERAL (SELECT coalesce(last.at, (SELECT min(first_seen_at) FROM merchants WHERE environment = e.name)) AS at) silence
    CROSS JOIN LATERAL (${owed}) owed
    CROSS JOIN LATERAL (SELECT CASE WHEN NOT ${hears("e.name", texts(heardBySettings()))} THEN 'unset' WHEN owed.count > 0 THEN 'missing'
      WHEN silence.at < now() - make_interval(hours => watch.hours) THEN 'quiet' ELSE 'well' END AS state) alarm`;
}
