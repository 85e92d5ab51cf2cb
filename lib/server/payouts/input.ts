import "server-only";
import { z } from "zod";

import { payoutProofs } from "@/lib/desk/payout";
import { isDay } from "@/lib/klarna/day";
import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { checked, filled } from "@/lib/klarna/text";

const day = checked((value) => (value.startsWith("2") && isDay(value) ? undefined : "Write a day of this millennium, such as 2026-10-12"));
const given = filled(100);

export const payoutEnvironment = z.strictObject({ environment: z.enum(environments) });
/** How the door of the list is asked for all of it as a file. */
export const payoutListFile = payoutEnvironment.extend({
  from: day.optional(),
  to: day.optional(),
  currency: given.optional(),
  merchant: given.optional(),
  type: given.optional(),
  proof: z.enum(payoutProofs).optional(),
});
export const payoutAddress = payoutEnvironment.extend({ payment_reference: checked((value) => checkPathParam("payment_reference", value)) });
export const syncStart = z.strictObject({ connection: z.uuid(), kind: z.enum(["full", "incremental"]) });
export const syncSteering = z.strictObject({ id: z.uuid(), action: z.enum(["pause", "resume", "cancel"]) });
