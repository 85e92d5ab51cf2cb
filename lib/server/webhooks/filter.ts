import "server-only";
import { z } from "zod";

import { type WebhookFilter, webhookVerdicts } from "@/lib/desk/webhook";
import { environments } from "@/lib/klarna/environment";

const printable = z.string().regex(/^[\x20-\x7e]{1,255}$/, "isn't one of Klarna's names");

/** How a request says which deliveries it asks for. */
export const webhookFilter = z.strictObject({
  environment: z.enum(environments).optional(),
  type: printable.optional(),
  account: printable.optional(),
  verdict: z.enum(webhookVerdicts).optional(),
});

/** The filter in a page's address; what makes no sense there isn't asked about. */
export function filterIn(search: Readonly<Record<string, string | string[] | undefined>>): WebhookFilter {
  const given = Object.entries(webhookFilter.shape).map(([name, field]) => [name, field.safeParse(search[name]).data]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as WebhookFilter;
}
