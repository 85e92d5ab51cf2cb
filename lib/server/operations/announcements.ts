import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { announcements } from "@/lib/klarna/notifications/announcements";
import type { Operation } from "@/lib/klarna/operation";
import { onlyProduct } from "@/lib/klarna/product-change";

import { queryOften } from "../db/client";
import { env } from "../env";
import { renewWish } from "../merchants/rereads";

/** Klarna announces within seconds, and repeats after 10 s, 2 min and 15 min what it couldn't deliver. */
const patienceMinutes = 20;

/** How long Klarna's announcement may take before it is late. */
export function patienceSeconds(): number {
  return patienceMinutes * 60 * env().DESK_TIME_SCALE;
}

/** How long the announcement of a change is awaited once it is confirmed; null for what Klarna doesn't announce. */
export function secondsAwaited({ name }: Operation): number | null {
  return announcements.has(name) ? patienceSeconds() : null;
}

/** SQL: whether an environment's webhooks can reach this desk: it has a key to verify them with, its own or one of the settings'. */
export function hears(environment: string, bySettings: string): string {
  return `(${environment} = ANY(${bySettings}::text[]) OR EXISTS (
    SELECT FROM webhook_keys k WHERE k.environment = ${environment} AND k.secret IS NOT NULL AND k.retired_at IS NULL))`;
}

/** The environments that have a key in the settings. */
export function heardBySettings(): readonly Environment[] {
  return [...env().klarna].flatMap(([environment, { webhookKeys }]) => (webhookKeys.size > 0 ? [environment] : []));
}

/** Which event announces which change, as `announcedAt` takes it. */
export const announcedBy = JSON.stringify(Object.fromEntries(announcements));

/** SQL: when Klarna announced the operation `o`; null while it hasn't. An event that names another product isn't about it. `types` is the place of `announcedBy`. */
export function announcedAt(types: string): string {
  return `coalesce(o.announced_at, (SELECT min(w.received_at) FROM webhook_events w WHERE w.environment = o.environment AND w.account_id = o.account_id
    AND w.event_type = ${types}::jsonb ->> o.name AND w.received_at >= o.first_sent_at
    AND (w.product_id IS NULL OR coalesce(o.params->>'product_id', '${onlyProduct}') IN ('${onlyProduct}', w.product_id))))`;
}

/** Ends the waits whose time is over: what was announced keeps the moment, and what wasn't is late and has its merchant read again. */
export async function endWaits(): Promise<void> {
  await queryOften(endStatement, [announcedBy]);
}

const endStatement = `
  WITH due AS (SELECT id FROM operations WHERE awaited_until <= now() ORDER BY awaited_until LIMIT 200 FOR UPDATE SKIP LOCKED),
  ended AS (
    UPDATE operations o SET awaited_until = NULL, announced_at = ${announcedAt("$1")},
      unannounced_since = CASE WHEN ${announcedAt("$1")} IS NULL THEN now() END
    FROM due WHERE o.id = due.id RETURNING o.environment, o.account_id, o.unannounced_since)
  INSERT INTO rereads AS r (environment, account_id, due_at)
  SELECT DISTINCT environment, account_id, now() FROM ended WHERE unannounced_since IS NOT NULL AND account_id IS NOT NULL ORDER BY environment, account_id ${renewWish}`;
