import { z } from "zod";

import type { Permission } from "./permissions";

/** What a field holds. `people` and `bank` have a read and a write permission each; `secret` is shown once and never kept. */
export type SensitiveClass = "people" | "bank" | "secret";

interface Mark {
  readonly class: SensitiveClass;
  /** How somebody who may read the class sees it: in clear, or masked to its `date` (year) or its last characters (`tail`). */
  readonly shown: "clear" | "date" | "tail";
}

/** The mark on a field: it keeps the value out of logs and audit records, asks for its class's permission, and masks it on the way out. */
export const sensitive = z.registry<Mark>();

export const hidden = "•••";

/** The permission that reading or writing a class needs on top of the row's own. `secret` needs none: its row is admin's. */
export function classPermission(name: SensitiveClass, access: "read" | "write"): Permission | undefined {
  return name === "secret" ? undefined : `${name}:${access}`;
}

/** A copy for logs and audit records: every marked field, and every field the schema doesn't know, reads "•••". */
export function redact(schema: z.ZodType | undefined, value: unknown): unknown {
  return walk(
    schema,
    value,
    () => hidden,
    () => hidden,
  );
}

/** A copy for the browser: each marked field as `reads` allows — in clear, masked, or hidden. Unknown fields pass: answers are lenient. */
export function present(schema: z.ZodType, value: unknown, reads: (name: SensitiveClass) => boolean): unknown {
  return walk(
    schema,
    value,
    (mark, field) => show(mark, field, reads(mark.class)),
    (field) => field,
  );
}

/** The classes that a value touches: which marked fields it actually fills. */
export function classesIn(schema: z.ZodType | undefined, value: unknown): ReadonlySet<SensitiveClass> {
  const found = new Set<SensitiveClass>();
  walk(
    schema,
    value,
    (mark) => found.add(mark.class),
    () => undefined,
  );
  return found;
}

function show(mark: Mark, value: unknown, allowed: boolean): unknown {
  if (mark.class === "secret" || value === null) return value;
  if (!allowed) return hidden;
  if (mark.shown === "clear") return value;
  return typeof value === "string" ? mask(mark.shown, value) : hidden;
}

/** `1970-01-01` → `1970-••-••`; `SE4550000000058398257466` → `SE•• •••• 7466`. */
export function mask(how: "date" | "tail", value: string): string {
  if (how === "date") return `${value.slice(0, 4)}-••-••`;
  const country = /^[A-Z]{2}\d{2}/.test(value) ? `${value.slice(0, 2)}•• ` : "";
  // A short value would give too much of itself away.
  return value.length < 8 ? hidden : `${country}•••• ${value.slice(-4)}`;
}

type OnMark = (mark: Mark, value: unknown) => unknown;
type OnUnknown = (value: unknown) => unknown;

function walk(schema: z.ZodType | undefined, value: unknown, onMark: OnMark, onUnknown: OnUnknown): unknown {
  if (value === undefined || !schema) return value === undefined ? undefined : onUnknown(value);
  const mark = sensitive.get(schema);
  if (mark) return onMark(mark, value);
  const inner = unwrapped(schema);
  if (inner) return walk(inner, value, onMark, onUnknown);
  if (schema instanceof z.ZodUnion) return walk(matching(schema, value), value, onMark, onUnknown);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((item) => walk(schema.element as z.ZodType, item, onMark, onUnknown));
  if (schema instanceof z.ZodObject && isRecord(value)) {
    const shape = schema.shape as Record<string, z.ZodType>;
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [key, Object.hasOwn(shape, key) ? walk(shape[key], field, onMark, onUnknown) : onUnknown(field)]),
    );
  }
  const opaque = schema instanceof z.ZodUnknown || schema instanceof z.ZodAny || isRecord(value) || Array.isArray(value);
  return opaque ? onUnknown(value) : value;
}

function unwrapped(schema: z.ZodType): z.ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodCatch ||
    schema instanceof z.ZodDefault
  ) {
    return schema.unwrap() as z.ZodType;
  }
  if (schema instanceof z.ZodPipe) return (schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType;
  return undefined;
}

function matching(schema: z.ZodUnion, value: unknown): z.ZodType | undefined {
  return (schema.options as readonly z.ZodType[]).find((option) => option.safeParse(value).success);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
