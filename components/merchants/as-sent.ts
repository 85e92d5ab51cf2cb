/** A text that Klarna sent; undefined when it is missing, empty or no text. */
export type Shown = string | undefined;

/** The texts among some values as one. */
export function joined(by: string, ...parts: readonly unknown[]): Shown {
  return texts(parts).join(by) || undefined;
}

/** The texts in what should be a list. */
export function texts(given: unknown): readonly string[] {
  return list(given).flatMap((one) => text(one) ?? []);
}

/** What should be a text, as one that can be shown. */
export function text(given: unknown): Shown {
  return typeof given === "string" || typeof given === "number" ? String(given).trim() || undefined : undefined;
}

/** What should be a list; empty when it isn't. */
export function list(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : [];
}

/** What should be an object; without any field when it isn't. */
export function record(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given) ? (given as Record<string, unknown>) : {};
}
