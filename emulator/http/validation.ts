import type { z } from "zod";

import { type InvalidParameter, invalid } from "./refusal";

/** A value as its schema reads it; throws Klarna's 400 with one entry a fault. */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw invalid(read.error.issues.flatMap(parametersOf));
}

/** `["channel", "websites", 0, "urls", 0]` → `channel.websites[0].urls[0]`. */
function parameterName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, step) => (typeof step === "number" ? `${name}[${step}]` : name === "" ? String(step) : `${name}.${String(step)}`), "");
}

function parametersOf(issue: z.core.$ZodIssue): readonly InvalidParameter[] {
  if (issue.code !== "unrecognized_keys") return [{ parameter: parameterName(issue.path), reason: issue.message }];
  return issue.keys.map((key) => ({ parameter: parameterName([...issue.path, key]), reason: "Unknown field." }));
}
