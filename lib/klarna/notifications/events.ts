import { z } from "zod";

import { reportCreated } from "../change-words";
import { accounts } from "../operations/accounts";
import { paymentProducts } from "../operations/payment-products";
import { settlements } from "../operations/settlements";
import { disabled, enabled, operational } from "./announcements";

/** The version of the events' shapes that the desk asks for and knows. */
export const eventVersion = "v2";

/** What Klarna can tell of, and the desk is registered for. */
export const eventTypes = [operational, enabled, disabled, "partner.account.brand.data-incomplete", reportCreated] as const;

const metadata = z.looseObject({
  event_id: z.string(),
  event_type: z.string(),
  event_version: z.string(),
  occurred_at: z.string(),
  subject_account_id: z.string(),
  recipient_account_id: z.string(),
  product_instance_id: z.string(),
  webhook_id: z.string(),
  correlation_id: z.string(),
  live: z.boolean(),
});

const link = z.looseObject({ href: z.string() });
const report = settlements.get.output.extend({ links: z.looseObject({ json: link, csv: link }) });

/** By type, the object of the contract that an event carries. */
const payloads: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  [operational, accounts.get.output],
  [enabled, paymentProducts.enable.output],
  [disabled, paymentProducts.disable.output],
  [reportCreated, report],
]);

/** An event as far as the contract knows it, for masking: what isn't named here, or is marked where it is named, isn't shown. */
export function eventSchema(eventType: string): z.ZodType {
  return z.looseObject({ metadata, payload: payloads.get(eventType) ?? z.looseObject({}) });
}
