import type { z } from "zod";

import { problemFields } from "@/lib/klarna/problem";

/** What a schema has against a value, as `path: message` lines; empty where it takes it. */
export function issues(schema: z.ZodType | undefined, value: unknown): readonly string[] {
  if (!schema) throw new TypeError("There is no schema to ask");
  const result = schema.safeParse(value);
  return result.success ? [] : problemFields(result.error.issues).map(({ path, message }) => `${path}: ${message}`);
}

/** The first objection, without its path. */
export function objection(schema: z.ZodType | undefined, value: unknown): string | undefined {
  return issues(schema, value)[0]?.replace(/^[^:]*: /, "");
}
