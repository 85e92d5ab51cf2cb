import "server-only";
import type { WebhookDetail } from "@/lib/desk/webhook";
import { eventSchema } from "@/lib/klarna/notifications/events";
import { redact } from "@/lib/klarna/sensitive";

import { unseal } from "../crypto";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { findEvent } from "./list";

/** An event with what it held, masked, and what it changed; undefined when there is none by this id. */
export async function readWebhook(id: string): Promise<WebhookDetail | undefined> {
  const event = await findEvent(id);
  if (!event) return undefined;
  const [kept, changes] = await Promise.all([query<Kept>(keptStatement, [id]), query<WebhookDetail["changes"][number]>(changesStatement, [id])]);
  return {
    event,
    merchant: kept[0]?.merchant ?? null,
    shown: kept[0] ? masked(kept[0], event.event_type) : null,
    changes,
    next_try_at: kept[0]?.next_try_at ?? null,
  };
}

interface Kept {
  readonly raw: Buffer;
  readonly place: string;
  readonly merchant: string | null;
  readonly next_try_at: string | null;
}

/** What was sealed with another key can't be shown; all else about the event can. */
function masked({ raw, place }: Kept, eventType: string): string | null {
  try {
    return JSON.stringify(redact(eventSchema(eventType), JSON.parse(unseal(place, raw))), null, 2);
  } catch {
    return null;
  }
}

const keptStatement = `
  SELECT e.raw, 'webhook_events.raw ' || e.environment || ' ' || e.event_id AS place, m.account_name AS merchant,
    CASE WHEN e.processed_at IS NULL THEN ${utc("r.due_at")} END AS next_try_at
  FROM webhook_events e
  LEFT JOIN merchants m ON m.environment = e.environment AND m.account_id = e.account_id
  LEFT JOIN rereads r ON r.environment = e.environment AND r.account_id = e.account_id
  WHERE e.id = $1`;

// A read may have brought the news before its event came, or another read meanwhile: what counts is what was noticed in between.
const changesStatement = `
  SELECT c.field, c.before, c.after, ${utc("c.noticed_at")} AS at
  FROM webhook_events e JOIN merchant_changes c ON c.environment = e.environment AND c.account_id = e.account_id
  WHERE e.id = $1 AND c.noticed_at >= e.received_at AND c.noticed_at <= coalesce(e.processed_at, now()) ORDER BY c.id LIMIT 50`;
