import { z } from "zod";

/** An object in a request: a field that the reference doesn't name is refused. */
export function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, { error: (issue) => (issue.code === "unrecognized_keys" ? unknownKeys(issue.keys ?? []) : wrongKind(issue.input)) });
}

/** The body of a change: at least one field, since an empty one would only cost the merchant a set-up round. */
export function patch<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return strict(shape).refine(fillsSomething, "Change at least one field");
}

/** Whether an object has a value in any field. */
export function fillsSomething(value: object): boolean {
  return Object.values(value).some((field) => field !== undefined);
}

/** A list in a request. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: (issue) => (issue.input === undefined ? "Fill this in" : "This must be a list") });
}

function unknownKeys(keys: readonly PropertyKey[]): string {
  const named = keys.slice(0, 5).map((key) => JSON.stringify(String(key).slice(0, 60)));
  return `Klarna knows no ${named.join(", ")} here: remove ${keys.length === 1 ? "it" : "them"}`;
}

function wrongKind(input: unknown): string {
  return input === undefined ? "Fill this in" : "This must be an object";
}
