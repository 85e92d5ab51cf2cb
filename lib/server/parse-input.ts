import "server-only";
import type { z } from "zod";

import { ProblemError, problemFields } from "@/lib/klarna/problem";

/** What a request carries, checked. Throws 400 with the fields that are wrong. */
export function parseInput<Input>(schema: z.ZodType<Input>, given: unknown): Input {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: "Some fields need attention.", fields: problemFields(parsed.error.issues) });
}
