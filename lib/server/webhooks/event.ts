import "server-only";
import { z } from "zod";

import { reportCreated } from "@/lib/klarna/change-words";
import { checkPathParam } from "@/lib/klarna/identifier";

import { parseJson } from "../body";

/** What the desk understands of an event's text. Throws for what isn't JSON. */
export function readEvent(text: string): ReadEvent {
  return event.parse(parseJson(text));
}

export type ReadEvent = z.output<typeof event>;

/** The settlement whose report an event announces; null for every other event. */
export function announcedSettlement({ metadata, payload: { settlement_id } }: ReadEvent): string | null {
  if (metadata.event_type !== reportCreated || settlement_id === undefined) return null;
  return checkPathParam("settlement_id", settlement_id) === undefined ? settlement_id : null;
}

/** Whether an event may be about the partner's own account: a settlement's always is, and any that is told to whom it is about. */
export function isPartnersOwn({ metadata, payload }: ReadEvent): boolean {
  if (metadata.event_type === reportCreated || payload.settlement_id !== undefined) return true;
  const { recipient_account_id: told } = metadata;
  return told !== undefined && told === (metadata.subject_account_id ?? payload.account_id);
}

// What Klarna puts into its events is known in part only: an id to tell duplicates by, and an account if one is named.
const short = z
  .string()
  .regex(/^[\x20-\x7e]{1,255}$/)
  .optional()
  .catch(undefined);
// As a moment: PostgreSQL knows neither the year 0 nor every zone that ISO 8601 can write.
const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .optional()
  .catch(undefined);
const event = z
  .object({
    metadata: z
      .object({
        event_id: short,
        event_type: short,
        occurred_at: moment,
        subject_account_id: short,
        recipient_account_id: short,
        live: z.boolean().optional().catch(undefined),
      })
      .catch({}),
    payload: z.object({ account_id: short, product_id: short, settlement_id: short }).catch({}),
  })
  .catch({ metadata: {}, payload: {} });
