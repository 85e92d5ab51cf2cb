import "server-only";
import { z } from "zod";

import { sources, verdicts } from "@/lib/desk/operation";

/** How a request names an operation. */
export const operationAddress = z.strictObject({ id: z.uuid("isn't an operation's id").toLowerCase() });

/** An operation as the person saw it when they chose. */
export const operationSeen = operationAddress.extend({ fence: z.int32().positive() });

/** What a person says of it, and how they know. */
export const operationDecision = operationSeen.extend({
  verdict: z.enum(verdicts),
  source: z.enum(sources, { error: "Say how you know" }),
  note: z.string().trim().max(1_000, "At most 1,000 characters").optional(),
  account_id: z.string().trim().max(255).optional(),
});
