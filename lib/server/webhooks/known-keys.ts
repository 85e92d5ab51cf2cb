import "server-only";
import type { WebhookKey } from "@/lib/desk/webhook-address";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { env } from "../env";
import { klarnaSettings } from "../klarna/settings";

/** Klarna repeats a delivery for 21 hours; a key that wasn't used for a day is used by none. */
export function idleSeconds(): number {
  return 24 * 3_600 * env().DESK_TIME_SCALE;
}

/** The keys that the desk accepts, the newest first; those of the settings last. What Klarna knows of them isn't in it yet. */
export async function knownKeys(environment: Environment): Promise<readonly WebhookKey[]> {
  const ofSettings = [...klarnaSettings(environment).webhookKeys.keys()];
  return query<WebhookKey>(knownStatement, [environment, ofSettings, idleSeconds()]);
}

const lastUse = "(SELECT max(e.received_at) FROM webhook_events e WHERE e.environment = $1 AND e.signing_key_id = k.key_id)";

const knownStatement = `
  WITH k AS (
    SELECT key_id, source, created_at, person_id, superseded_at FROM webhook_keys
    WHERE environment = $1 AND retired_at IS NULL AND secret IS NOT NULL AND NOT key_id = ANY($2)
    UNION ALL SELECT key_id, 'settings', NULL, NULL, NULL FROM unnest($2::text[]) key_id),
  used AS (SELECT k.*, ${lastUse} AS last_used_at FROM k)
  SELECT key_id, source, NULL::boolean AS at_klarna, false AS signs, ${utc("used.created_at")} AS created_at, p.name AS by,
    ${utc("last_used_at")} AS last_used_at, ${utc("superseded_at")} AS superseded_at,
    ${utc("(greatest(superseded_at, CASE WHEN superseded_at IS NOT NULL THEN last_used_at END) + make_interval(secs => $3::float8))")} AS retires_at
  FROM used LEFT JOIN people p ON p.id = used.person_id ORDER BY used.created_at DESC NULLS LAST, key_id`;
