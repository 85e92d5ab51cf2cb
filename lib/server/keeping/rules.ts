import "server-only";
import type { KeptThing } from "@/lib/desk/keeping";

import { env } from "../env";

/** One kind of thing that isn't kept for ever. `$1` in `over` is its number of days. */
export interface KeepingRule {
  readonly thing: KeptThing;
  readonly table: string;
  /** Its moment: what its age is counted from. */
  readonly since: string;
  /** Which rows may go at all, however old: never what is unsettled or still needed. */
  readonly mayGo: string;
  readonly days: number;
}

/** How long each kind of thing is kept, as the settings say. */
export function keepingRules(): readonly KeepingRule[] {
  const { DESK_KEEP_WEBHOOKS_DAYS, DESK_KEEP_OPERATIONS_DAYS, DESK_KEEP_DRAFTS_DAYS, DESK_KEEP_SESSIONS_DAYS } = env();
  return [
    { thing: "webhooks", table: "webhook_events", since: "received_at", mayGo: "processed_at IS NOT NULL", days: DESK_KEEP_WEBHOOKS_DAYS },
    {
      thing: "operations",
      table: "operations",
      since: "settled_at",
      // A refused one belongs to its draft for as long as that can be corrected.
      mayGo: "state IN ('confirmed', 'rejected') AND NOT EXISTS (SELECT FROM drafts d WHERE d.id = t.attempt AND d.content IS NOT NULL)",
      days: DESK_KEEP_OPERATIONS_DAYS,
    },
    {
      thing: "drafts",
      table: "drafts",
      since: "updated_at",
      mayGo: "NOT EXISTS (SELECT FROM operations o WHERE o.attempt = t.id AND o.state IN ('sent', 'unknown'))",
      days: DESK_KEEP_DRAFTS_DAYS,
    },
    { thing: "edits", table: "edits", since: "updated_at", mayGo: "true", days: DESK_KEEP_DRAFTS_DAYS },
    {
      thing: "runs",
      table: "runs",
      since: "coalesce(finished_at, cancelled_at)",
      mayGo: "NOT EXISTS (SELECT FROM run_rows r WHERE r.run_id = t.id AND r.state = 'unclear')",
      days: DESK_KEEP_OPERATIONS_DAYS,
    },
    { thing: "imports", table: "imports", since: "coalesce(finished_at, cancelled_at)", mayGo: "true", days: DESK_KEEP_OPERATIONS_DAYS },
    { thing: "sessions", table: "sessions", since: "least(ended_at, expires_at)", mayGo: "true", days: DESK_KEEP_SESSIONS_DAYS },
    { thing: "links", table: "one_time_links", since: "coalesce(used_at, expires_at)", mayGo: "true", days: DESK_KEEP_SESSIONS_DAYS },
    { thing: "attention", table: "attention", since: "closed_at", mayGo: "true", days: 90 },
    { thing: "paces", table: "update_paces", since: "latest", mayGo: "true", days: 1 },
    { thing: "tries", table: "throttles", since: "window_ends", mayGo: "true", days: 1 },
  ];
}
