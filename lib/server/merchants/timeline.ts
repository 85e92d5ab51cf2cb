import "server-only";
import type { TimelineEntry } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { announcedAt, announcedBy } from "../operations/announcements";

const most = 200;

/** What happened to an account, newest first: what people asked of Klarna, what Klarna told us, and what changed. The latest 200. */
export async function timelineOf(environment: Environment, accountId: string): Promise<readonly TimelineEntry[]> {
  const [operations, webhooks, changes] = await Promise.all([
    query<TimelineEntry>(
      `SELECT 'operation' AS kind, o.id, ${utc("o.first_sent_at")} AS at, o.name, o.state, p.name AS by, o.tries, ${utc("o.sent_at")} AS sent_at,
         CASE WHEN o.state <> 'confirmed' THEN o.idempotency_key END AS idempotency_key, ${utc("o.settled_at")} AS settled_at, o.settled_by, o.code, o.error_id,
         CASE WHEN o.settled_by = 'person' THEN (SELECT q.name FROM operation_decisions d JOIN people q ON q.id = d.person_id WHERE d.operation_id = o.id
                                                 ORDER BY d.at DESC LIMIT 1) END AS decided_by,
         CASE WHEN o.state <> 'confirmed' THEN NULL
           WHEN a.at IS NOT NULL THEN jsonb_build_object('is', 'come', 'at', ${utc("a.at")})
           WHEN o.unannounced_since IS NOT NULL THEN jsonb_build_object('is', 'late', 'at', ${utc("o.unannounced_since")},
             'read_again', coalesce(m.seen_at > o.unannounced_since OR m.missing_since IS NOT NULL, false))
           WHEN o.awaited_until IS NOT NULL THEN jsonb_build_object('is', 'awaited', 'at', ${utc("o.awaited_until")}) END AS announcement
       FROM operations o JOIN people p ON p.id = o.person_id
         LEFT JOIN merchants m ON m.environment = o.environment AND m.account_id = o.account_id
         CROSS JOIN LATERAL (SELECT ${announcedAt("$3")} AS at) a WHERE o.environment = $1 AND o.account_id = $2 ORDER BY o.sent_at DESC LIMIT ${most}`,
      [environment, accountId, announcedBy],
    ),
    query<TimelineEntry>(
      `SELECT 'webhook' AS kind, id, ${utc("received_at")} AS at, event_type, duplicates, ${utc("processed_at")} AS processed_at
       FROM webhook_events WHERE environment = $1 AND account_id = $2 ORDER BY received_at DESC LIMIT ${most}`,
      [environment, accountId],
    ),
    query<TimelineEntry>(
      `SELECT 'change' AS kind, id::text, ${utc("noticed_at")} AS at, field, before, after, drift FROM merchant_changes WHERE environment = $1 AND account_id = $2 ORDER BY id DESC LIMIT ${most}`,
      [environment, accountId],
    ),
  ]);
  return [...operations, ...webhooks, ...changes].sort((one, other) => (one.at < other.at ? 1 : -1)).slice(0, most);
}
