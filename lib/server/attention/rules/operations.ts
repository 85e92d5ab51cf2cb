import "server-only";
import { meantInWords } from "@/lib/klarna/change-words";

import { announcedAt, announcedBy } from "../../operations/announcements";
import type { AttentionRule } from "../rule";

/** A change of which nobody knows whether Klarna did it, and that a few minutes didn't settle. */
export const operationUnknown: AttentionRule = {
  name: "operation-unknown",
  dueIn: "4 hours",
  findings: `
    SELECT o.environment, coalesce(o.account_id, '') AS account_id, o.id::text AS subject, NULL::uuid AS person_id, o.first_sent_at AS since,
      jsonb_strip_nulls(jsonb_build_object('operation', o.name, 'reference', o.account_reference)) AS facts
    FROM operations o WHERE o.state = 'unknown' AND o.first_sent_at <= now() - interval '5 minutes' * $1::float8`,
  words: ({ operation = "" }) => ({
    reason: `Whether Klarna did “${meantInWords(operation)}” isn't known.`,
    advice: "Open the operation: it says what the desk has found out and tries by itself, and there it can be settled.",
  }),
};

/** An announcement that Klarna owes; over when it comes, or when a later one shows that this merchant's do come. */
export const webhookLate: AttentionRule = {
  name: "webhook-late",
  dueIn: "1 day",
  findings: `
    SELECT o.environment, o.account_id, o.id::text AS subject, NULL::uuid AS person_id, o.unannounced_since AS since, jsonb_build_object('operation', o.name) AS facts
    FROM operations o
    WHERE o.unannounced_since IS NOT NULL AND o.announced_at IS NULL AND o.account_id IS NOT NULL AND ${announcedAt(`'${announcedBy}'`)} IS NULL
      AND NOT EXISTS (SELECT FROM webhook_events w WHERE w.environment = o.environment AND w.account_id = o.account_id AND w.received_at > o.unannounced_since)`,
  words: ({ operation = "" }) => ({
    reason: `Klarna confirmed “${meantInWords(operation)}”, but its webhook about that hasn't come.`,
    advice:
      "The desk reads the merchant again by itself: see that it stands as it should. If more are late, somebody should look at the webhooks in the settings.",
  }),
};
