import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { wake } from "../jobs/wake";
import { renewWish } from "../merchants/rereads";
import type { Actor } from "../operations/record";

/** Acts on an event again: its account is read anew. Nothing else happens, so it is safe at any time and any number of times. */
export async function reprocessWebhook(id: string, by: Actor): Promise<void> {
  const [event] = await query<{ accountId: string | null }>(reprocessStatement, [id, by.personId, by.role]);
  if (!event) throw new ProblemError({ status: 404, code: "NO_SUCH_WEBHOOK", message: "The desk has no such webhook, or no longer." });
  if (event.accountId === null)
    throw new ProblemError({ status: 400, code: "NOTHING_TO_READ", message: "This event names no account, so there is nothing to read again." });
  wake();
}

const reprocessStatement = `
  WITH event AS (SELECT id, environment, account_id, event_type FROM webhook_events WHERE id = $1),
  open AS (UPDATE webhook_events SET processed_at = NULL WHERE id IN (SELECT id FROM event WHERE account_id IS NOT NULL)),
  wished AS (
    INSERT INTO rereads AS r (environment, account_id, due_at)
    SELECT environment, account_id, now() FROM event WHERE account_id IS NOT NULL ${renewWish}),
  noted AS (
    INSERT INTO audit_entries (kind, person_id, role, environment, account_id, detail)
    SELECT 'webhook-reprocessed', $2, $3, environment, account_id, jsonb_build_object('webhook', id, 'type', event_type) FROM event WHERE account_id IS NOT NULL)
  SELECT account_id AS "accountId" FROM event`;
