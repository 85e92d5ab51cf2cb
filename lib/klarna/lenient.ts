import { z } from "zod";

/** A closed list today, open tomorrow: Klarna may add values without notice, and they pass. */
export function openEnum<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).or(z.string() as z.ZodType<string & Record<never, never>>);
}

/** A part of an answer that never fails the whole: what doesn't parse stays as it came. */
export function kept<Schema extends z.ZodType>(schema: Schema) {
  return schema.catch(({ input }) => asItCame<z.output<Schema>>(input));
}

/** A list that one odd item never fails: the item stays as it came. */
export function lenientList<Item extends z.ZodType>(item: Item) {
  return z.array(kept(item));
}

// True as far as the reference goes. Where Klarna departs from it, showing what it sent beats hiding a whole page.
function asItCame<Output>(input: unknown): Output {
  return input as Output;
}
