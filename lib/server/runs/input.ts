import "server-only";
import { z } from "zod";

import { runActs, runRowStates } from "@/lib/desk/run";
import { environments } from "@/lib/klarna/environment";
import { merchantCategoryCode } from "@/lib/klarna/merchant-category";
import { suspensionReasons } from "@/lib/klarna/product-change";
import { choice, filled } from "@/lib/klarna/text";

import { directoryInput } from "../merchants/directory-input";
import type { RunOrder } from "./order";

const order: z.ZodType<RunOrder> = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("suspend"), reason: choice(suspensionReasons), details: filled() }),
  z.strictObject({ act: z.literal("reactivate") }),
  z.strictObject({ act: z.literal("change-category"), code: merchantCategoryCode() }),
  z.strictObject({ act: z.literal("tag"), tags: z.array(z.uuid("isn't a tag's id").toLowerCase()).min(1, "Choose a tag").max(50) }),
]);

const environment = z.enum(environments);
const after = z.string().max(500).optional();

/** How many merchants somebody saw that it would be done to, and that number as they typed it. */
const confirmed = { count: z.number().int().min(0).max(1_000_000), typed: z.string().max(20).optional() };

/** What is to be done, as far as that decides for whom it can be, and to whom: a question to the directory, which may name merchants one by one. */
export const runCheckInput = directoryInput.extend({ order: z.strictObject({ act: z.enum(runActs), code: merchantCategoryCode().optional() }) });
export const runInput = directoryInput.extend({
  order,
  run: z.uuid().toLowerCase(),
  meant: z.base64url().length(43),
  ...confirmed,
  starts_at: z.iso.datetime({ offset: true, error: "Choose a day and a time" }).optional(),
  zone: z
    .string()
    .regex(/^[A-Za-z0-9_+/-]{1,60}$/, "isn't a time zone")
    .optional(),
});
export const runListInput = z.strictObject({ environment, after });
export const runAddress = z.strictObject({ environment, run_id: z.uuid().toLowerCase() });
export const runResultsInput = runAddress.extend({ state: z.enum(runRowStates).optional(), after });
export const runSteering = runAddress.extend({
  action: z.enum(["pause", "resume", "cancel", "retry"]),
  count: confirmed.count.optional(),
  typed: confirmed.typed,
});
