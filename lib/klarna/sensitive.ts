import { z } from "zod";

import type { Permission } from "./permissions";

/**
 * What a field holds. `people` and `bank` have a read and a write permission each; `secret` is shown once and never kept; `words` is what somebody
 * wrote in their own words, which may name anybody: its row's readers see it, and no log or audit record does.
 */
export type SensitiveClass = "people" | "bank" | "secret" | "words";

interface Mark {
  readonly class: SensitiveClass;
  /** How somebody who may read the class sees it: in clear, or masked to its `date` (year) or its last characters (`tail`). */
  readonly shown: "clear" | "date" | "tail";
}

/** The mark on a field: it keeps the value out of logs and audit records, asks for its class's permission, and masks it on the way out. */
export const sensitive = z.registry<Mark>();

/** The fields of an object that are somebody's own words or numbers in the light of what else it says: then they are marked as `words` are. */
export const ownWithin = z.registry<{ readonly fields: (value: Readonly<Record<string, unknown>>) => readonly string[] }>();

export const hidden = "•••";

/** The permission that reading or writing a class needs on top of the row's own. `secret` and `words` need none: whom their row lets in may have them. */
export function classPermission(name: SensitiveClass, access: "read" | "write"): Permission | undefined {
  return name === "secret" || name === "words" ? undefined : `${name}:${access}`;
}

/** A copy for logs and audit records: every marked field, and every field the schema doesn't know, reads "•••". */
export function redact(schema: z.ZodType | undefined, value: unknown): unknown {
  return walk(schema, value, { onMark: () => hidden, onUnknown: () => hidden });
}

/** A copy for the browser: each marked field as `reads` allows: in clear, masked, or hidden. Unknown fields pass: answers are lenient. */
export function present(schema: z.ZodType, value: unknown, reads: (name: SensitiveClass) => boolean): unknown {
  return walk(schema, value, {
    onMark: (mark, field) => show(mark, field, reads(mark.class)),
    // In another shape than the contract's there is no telling which part is which.
    onUnknown: (field, inside) => (inside.length > 0 ? hidden : field),
  });
}

/** The classes that a value touches: the marked fields that it fills, and the lists of such things that it sets, even to nothing. */
export function classesIn(schema: z.ZodType | undefined, value: unknown): ReadonlySet<SensitiveClass> {
  const found = new Set<SensitiveClass>();
  const add = (marks: readonly Mark[]) => {
    for (const mark of marks) found.add(mark.class);
  };
  walk(schema, value, { onMark: (mark) => add([mark]), onUnknown: (_, inside) => add(inside), onList: add });
  return found;
}

/** The paths of the fields that even those who may read their class are shown only masked. */
export function maskedFields(schema: z.ZodType): readonly string[] {
  const inner = unwrapped(schema);
  if (inner && !sensitive.get(schema)) return maskedFields(inner);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
    const mark = sensitive.get(field) ?? markWithin(field);
    if (mark) return mark.shown === "clear" ? [] : [name];
    return maskedFields(field).map((rest) => `${name}.${rest}`);
  });
}

function markWithin(schema: z.ZodType): Mark | undefined {
  const inner = unwrapped(schema);
  return sensitive.get(schema) ?? (inner && markWithin(inner));
}

function show(mark: Mark, value: unknown, allowed: boolean): unknown {
  if (classPermission(mark.class, "read") === undefined || value === null) return value;
  if (!allowed) return hidden;
  if (mark.shown === "clear") return value;
  return typeof value === "string" ? mask(mark.shown, value) : hidden;
}

/** `1970-01-01` → `1970-••-••`; `SE4550000000058398257466` → `SE•• •••• 7466`. */
export function mask(how: "date" | "tail", value: string): string {
  if (how === "date") return /^\d{4}-/.test(value) ? `${value.slice(0, 4)}-••-••` : hidden;
  const country = /^[A-Z]{2}\d{2}/.test(value) ? `${value.slice(0, 2)}•• ` : "";
  // A short value would give too much of itself away.
  return value.length < 8 ? hidden : `${country}•••• ${value.slice(-4)}`;
}

interface Visitor {
  readonly onMark: (mark: Mark, value: unknown) => unknown;
  /** A value that the schema says nothing about, or something else: then with the marks it should have held. */
  readonly onUnknown: (value: unknown, inside: readonly Mark[]) => unknown;
  readonly onList?: (inside: readonly Mark[]) => void;
}

function walk(schema: z.ZodType | undefined, value: unknown, visitor: Visitor): unknown {
  if (value === undefined) return undefined;
  if (!schema) return visitor.onUnknown(value, []);
  const mark = sensitive.get(schema);
  if (mark) return visitor.onMark(mark, value);
  if (value === null) return null;
  const inner = unwrapped(schema);
  if (inner) return walk(inner, value, visitor);
  if (schema instanceof z.ZodUnion) return walkUnion(schema, value, visitor);
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    const element = schema.element as z.ZodType;
    visitor.onList?.(marksIn(element));
    return value.map((item) => walk(element, item, visitor));
  }
  if (schema instanceof z.ZodObject && isRecord(value)) return walkObject(schema, value, visitor);
  return isLeaf(schema) && !isRecord(value) && !Array.isArray(value) ? value : visitor.onUnknown(value, marksIn(schema));
}

function walkUnion(schema: z.ZodUnion, value: unknown, visitor: Visitor): unknown {
  const option = (schema.options as readonly z.ZodType[]).find((option) => option.safeParse(value).success);
  return option ? walk(option, value, visitor) : visitor.onUnknown(value, marksIn(schema));
}

function walkObject(schema: z.ZodObject, value: Record<string, unknown>, visitor: Visitor): unknown {
  const shape = schema.shape as Record<string, z.ZodType>;
  const fieldSchema = (key: string) => (Object.hasOwn(shape, key) ? shape[key] : undefined);
  const own = ownWithin.get(schema)?.fields(value) ?? [];
  const walked = (key: string, field: unknown) =>
    own.includes(key) && field !== null ? visitor.onMark({ class: "words", shown: "clear" }, field) : walk(fieldSchema(key), field, visitor);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, walked(key, field)]));
}

/** Every mark in a schema, its own included. */
function marksIn(schema: z.ZodType): readonly Mark[] {
  const mark = sensitive.get(schema);
  if (mark) return [mark];
  const inner = unwrapped(schema);
  if (inner) return marksIn(inner);
  return partsOf(schema).flatMap(marksIn);
}

function partsOf(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options as readonly z.ZodType[];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  return schema instanceof z.ZodObject ? Object.values(schema.shape as Record<string, z.ZodType>) : [];
}

function isLeaf(schema: z.ZodType): boolean {
  return !(schema instanceof z.ZodObject || schema instanceof z.ZodArray || schema instanceof z.ZodUnknown || schema instanceof z.ZodAny);
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
