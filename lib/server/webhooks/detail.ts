import "server-only";
import type { WebhookDetail } from "@/lib/desk/webhook";
import type { Environment } from "@/lib/klarna/environment";
import { eventSchema } from "@/lib/klarna/notifications/events";
import { redact } from "@/lib/klarna/sensitive";

import { unseal } from "../crypto";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { report } from "../settlements/standing";
import { announcedSettlement, readEvent } from "./event";
import { findEvent } from "./list";

/** An event with what it held, masked, and what it changed; undefined when there is none by this id. */
export async function readWebhook(id: string): Promise<WebhookDetail | undefined> {
  const event = await findEvent(id);
  if (!event) return undefined;
  const [[kept], changes] = await Promise.all([query<Kept>(keptStatement, [id]), query<WebhookDetail["changes"][number]>(changesStatement, [id])]);
  const text = kept && opened(kept);
  return {
    event,
    merchant: kept?.merchant ?? null,
    settlement: text === undefined ? null : await settlementIn(text, event.environment),
    shown: text === undefined ? null : JSON.stringify(redact(eventSchema(event.event_type), JSON.parse(text)), null, 2),
    changes,
    next_try_at: kept?.next_try_at ?? null,
  };
}

/** What an event held, as it came; undefined when there is none by this id, and for what was sealed with a key that is gone. */
export async function findWebhookText(id: string): Promise<string | undefined> {
  const [kept] = await query<Kept>(keptStatement, [id]);
  return kept && opened(kept);
}

interface Kept {
  readonly raw: Buffer;
  readonly place: string;
  readonly merchant: string | null;
  readonly next_try_at: string | null;
}

/** What was sealed with another key can't be shown; all else about the event can. */
function opened({ raw, place }: Kept): string | undefined {
  try {
    return unseal(place, raw);
  } catch {
    return undefined;
  }
}

async function settlementIn(text: string, environment: Environment): Promise<WebhookDetail["settlement"]> {
  const settlementId = announcedSettlement(readEvent(text));
  if (settlementId === null) return null;
  const [known] = await query<NonNullable<WebhookDetail["settlement"]>>(
    `SELECT s.settlement_id, ${report} AS report, s.tries, ${utc("l.ready_at")} AS ready_at
     FROM settlements s LEFT JOIN settlement_loads l ON l.id = s.load_id WHERE s.environment = $1 AND s.settlement_id = $2`,
    [environment, settlementId],
  );
  return known ?? { settlement_id: settlementId, report: "none", tries: 0, ready_at: null };
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
