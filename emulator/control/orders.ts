import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { everyOperation } from "@/lib/klarna/every-operation";
import { payoutOperations } from "@/lib/klarna/payouts-api";
import { regions } from "@/lib/klarna/payouts-api/hosts";

import { faultKinds } from "../http/faults";
import { reportFaults } from "../reports/order";

/** What can be asked at the control door. Times are in milliseconds. */
export const orders = {
  seed: z.strictObject({ merchants: z.int().min(1).max(100_000).optional(), seed: z.int().optional() }),
  clock: z.strictObject({ advance: z.number().min(0).optional(), scale: z.number().positive().optional(), hold: z.boolean().optional() }),
  fault: z.strictObject({
    operation: z
      .string()
      .refine((name) => name === "*" || everyOperation.has(name) || payoutOperations.has(name), "Name an operation, such as accounts.get, or *"),
    kind: z.enum(faultKinds),
    ms: z.number().min(0).optional(),
    times: z.int().min(1).optional(),
    probability: z.number().min(0).max(1).optional(),
  }),
  limits: z.strictObject({
    factor: z.union([z.number().positive(), z.literal("unlimited")]),
    /** What the headers say, where that isn't true. */
    declared: z.number().positive().optional(),
  }),
  settlement: z.strictObject({
    environment: z.enum(environments).default("test"),
    settlement_id: z
      .string()
      .regex(/^\w[\w:.-]{0,199}$/)
      .optional(),
    rows: z.int().min(0).max(100_000_000).default(1_000),
    seed: z.int().default(1),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default("EUR"),
    /** When its week ends; now unless it is given. */
    to: z.iso.datetime().optional(),
    /** What is owed from before, as a negative amount. */
    opening_debt: z.int().max(0).default(0),
    fault: z.enum(reportFaults).optional(),
    /** Whether its fees are those of the price plans. */
    priced: z.boolean().default(true),
    announce: z.boolean().default(true),
  }),
  payouts: z.strictObject({
    region: z.enum(regions),
    environment: z.enum(environments),
    /** A new book in place of the one that is there. */
    plan: z.strictObject({ payouts: z.int().min(0).max(100_000), lines: z.int().min(1).max(100_000), every: z.number().positive().default(84) }).optional(),
    /** So many more payouts, as time passes. */
    more: z.int().min(1).optional(),
    pending: z.int().min(0).max(1_000).optional(),
    credential: z.enum(["active", "disabled", "forbidden"]).optional(),
    /** What Klarna changes afterwards, by payment reference. */
    changes: z.record(z.string(), z.strictObject({ credit: z.int().optional(), gone: z.literal(true).optional() })).optional(),
  }),
  webhook: z.strictObject({ environment: z.enum(environments), url: z.url(), key_id: z.string().min(1), secret: z.string().min(1) }),
};
