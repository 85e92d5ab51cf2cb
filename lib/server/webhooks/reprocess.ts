import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { sendJob } from "../jobs/queue";
import { wake } from "../jobs/wake";
import { renewWish } from "../merchants/rereads";
import type { Actor } from "../operations/record";
import { announced } from "../settlements/announced";
import { loadSettlements } from "../settlements/job";
import { findWebhookText } from "./detail";
import { announcedSettlement, readEvent } from "./event";

/** Acts on an event again: its account is read anew, and the report that it announces. Nothing else happens, so it is safe at any time and any number of times. */
export async function reprocessWebhook(id: string, by: Actor): Promise<void> {
  const text = await findWebhookText(id);
  const settlementId = text === undefined ? null : announcedSettlement(readEvent(text));
  const [event] = await query<{ accountId: string | null }>(reprocessStatement, [id, by.personId, by.role, settlementId]);
  if (!event) throw new ProblemError({ status: 404, code: "NO_SUCH_WEBHOOK", message: "The desk has no such webhook, or no longer." });
  if (event.accountId === null && settlementId === null)
    throw new ProblemError({
      status: 400,
      code: "NOTHING_TO_READ",
      message: "This event names neither an account nor a settlement that the desk can read, so there is nothing to read again.",
    });
  if (settlementId !== null) await sendJob(loadSettlements, { data: {} });
  wake();
}

// As if it came anew, but for the moment when it did.
const reprocessStatement = `
  WITH event AS (SELECT id, environment, account_id, event_type, received_at FROM webhook_events WHERE id = $1),
  open AS (UPDATE webhook_events SET processed_at = NULL WHERE id IN (SELECT id FROM event WHERE account_id IS NOT NULL)),
  wished AS (
    INSERT INTO rereads AS r (environment, account_id, due_at)
    SELECT environment, account_id, now() FROM event WHERE account_id IS NOT NULL ${renewWish}),
  wanted AS (${announced("(SELECT environment FROM event)", "$4::text", "SELECT FROM event", "(SELECT received_at FROM event)")}),
  noted AS (
    INSERT INTO audit_entries (kind, person_id, role, environment, account_id, detail)
    SELECT 'webhook-reprocessed', $2, $3, environment, account_id,
      jsonb_strip_nulls(jsonb_build_object('webhook', id, 'type', event_type, 'settlement', $4::text))
    FROM event WHERE account_id IS NOT NULL OR $4::text IS NOT NULL)
  SELECT account_id AS "accountId" FROM event`;
