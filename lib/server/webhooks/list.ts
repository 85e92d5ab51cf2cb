import "server-only";
import type { z } from "zod";

import type { WebhookDelivery, WebhookEvent, WebhookPage, WebhookRefusal } from "@/lib/desk/webhook";
import { environments } from "@/lib/klarna/environment";

import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { late } from "../db/schema/operations";
import { utc } from "../db/utc";
import type { webhookFilter } from "./filter";

const pageSize = 50;

/** A page of what came from Klarna or pretended to, newest first. */
export async function listWebhooks(filter: z.output<typeof webhookFilter>, after?: string): Promise<WebhookPage> {
  const place = after === undefined ? [null, null] : readCursor(after, ["timestamptz", "uuid"]);
  const { environment: only, type = null, account = null, verdict = null } = filter;
  const holdsRefusals = type === null && account === null && (verdict === null || verdict === "refused");
  // Each by its own index; a list of both is their merger.
  const found = await Promise.all(
    (only ? [only] : environments).flatMap((environment) => [
      verdict === "refused" ? [] : query<WebhookEvent>(eventsStatement, [environment, ...place, type, account, verdict]),
      holdsRefusals ? query<WebhookRefusal>(refusalsStatement, [environment, ...place]) : [],
    ]),
  );
  const all: readonly WebhookDelivery[] = found.flat().sort(newestFirst);
  const last = all.length > pageSize ? all[pageSize - 1] : undefined;
  return { deliveries: all.slice(0, pageSize), next: last ? writeCursor([last.received_at, last.id]) : null };
}

/** One event; undefined when there is none by this id. */
export async function findEvent(id: string): Promise<WebhookEvent | undefined> {
  const [event] = await query<WebhookEvent>(`SELECT ${eventColumns} FROM webhook_events e WHERE id = $1`, [id]);
  return event;
}

/** One refused delivery; undefined when there is none by this id. */
export async function findRefusal(id: string): Promise<WebhookRefusal | undefined> {
  const [refusal] = await query<WebhookRefusal>(`SELECT ${refusalColumns} FROM webhook_refusals e WHERE id = $1`, [id]);
  return refusal;
}

/** As the database orders them, so that pages fit together. */
function newestFirst(one: WebhookDelivery, other: WebhookDelivery): number {
  return one.received_at === other.received_at ? (one.id < other.id ? 1 : -1) : one.received_at < other.received_at ? 1 : -1;
}

// Klarna's last try comes 21 hours after its first: an event can't be overtaken by one that came longer ago.
const overtaken = `EXISTS (
  SELECT FROM webhook_events o WHERE o.environment = e.environment AND o.account_id = e.account_id
    AND o.received_at BETWEEN e.received_at - interval '1 day' AND e.received_at AND o.id <> e.id AND o.occurred_at > e.occurred_at)`;

const eventColumns = `'event' AS kind, e.id, e.environment, ${utc("e.received_at")} AS received_at, e.signing_key_id, e.event_type, e.account_id,
  ${utc("e.occurred_at")} AS occurred_at, coalesce(${late}, false) AS late, ${overtaken} AS overtaken, e.duplicates, e.tries,
  ${utc("e.processed_at")} AS processed_at`;

const refusalColumns = `'refusal' AS kind, id, environment, ${utc("received_at")} AS received_at, signing_key_id, reason, length,
  encode(digest, 'hex') AS digest, more`;

const before = "e.environment = $1 AND ($2::timestamptz IS NULL OR (e.received_at, e.id) < ($2, $3::uuid))";
const newest = `ORDER BY e.received_at DESC, e.id DESC LIMIT ${pageSize + 1}`;

// What holds of late and duplicate events is said again, as the index says it: so that it is used.
const eventsStatement = `
  SELECT ${eventColumns} FROM webhook_events e
  WHERE ${before} AND ($4::text IS NULL OR event_type = $4) AND ($5::text IS NULL OR account_id = $5)
    AND ($6::text IS NULL OR CASE $6 WHEN 'waiting' THEN processed_at IS NULL WHEN 'late' THEN ${late} WHEN 'duplicate' THEN duplicates > 0 END)
    AND ($6::text IS NULL OR $6 = 'waiting' OR duplicates > 0 OR ${late})
  ${newest}`;

const refusalsStatement = `SELECT ${refusalColumns} FROM webhook_refusals e WHERE ${before} ${newest}`;
