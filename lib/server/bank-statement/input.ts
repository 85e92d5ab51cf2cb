import "server-only";
import { z } from "zod";

import { environments } from "@/lib/klarna/environment";

/** The references of a statement, and its days. No text, no amount: those stay in the browser. */
export const findInput = z.strictObject({
  environment: z.enum(environments),
  references: z.array(z.string().min(1).max(64)).max(5_000),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

export type FindInput = z.infer<typeof findInput>;
