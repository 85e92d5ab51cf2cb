import "server-only";
import type { WebhookWatch } from "@/lib/desk/webhook";
import type { Environment } from "@/lib/klarna/environment";
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
  const [row] = await query<{ last_at: string | null; quiet: boolean; quiet_hours: number; unannounced: number; heard: boolean }>(watchStatement, [
    environment,
    usualQuietHours,
    [...announcements.keys()],
    patienceSeconds(),
    heardBySettings(),
  ]);
  const { last_at = null, quiet = false, quiet_hours = usualQuietHours, unannounced = 0, heard = false } = row ?? {};
  return { environment, last_at, quiet_hours, unannounced, state: !heard ? "unset" : unannounced > 0 ? "missing" : quiet ? "quiet" : "well" };
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

// A desk that has had none yet is quiet from the moment somebody first used it with this environment.
const watchStatement = `
  WITH last AS (SELECT max(received_at) AS at FROM webhook_events WHERE environment = $1),
  watch AS (SELECT coalesce((SELECT quiet_hours FROM webhook_watches WHERE environment = $1), $2::int) AS hours)
  SELECT ${utc("last.at")} AS last_at, watch.hours AS quiet_hours,
    coalesce(last.at, (SELECT min(first_seen_at) FROM merchants WHERE environment = $1)) < now() - make_interval(hours => watch.hours) AS quiet,
    ${hears("$1::text", "$5")} AS heard,
    (SELECT count(*)::int FROM operations o WHERE o.environment = $1 AND o.name = ANY($3) AND o.state = 'confirmed'
       AND o.first_sent_at > greatest(last.at, now() - interval '7 days') AND o.settled_at < now() - make_interval(secs => $4::float8)) AS unannounced
  FROM last, watch`;
