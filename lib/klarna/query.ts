import { z } from "zod";

import { fillsSomething, strict } from "./strict";
import { filled } from "./text";

/** A query whose answer comes in pages: `starting_after` a previous `last_item`, or `ending_before` a previous `first_item`, never both. */
export function pageQuery<Shape extends z.core.$ZodLooseShape>(filters: Shape) {
  return strict({ ...filters, ...page }).refine((query: PageQuery) => query.starting_after === undefined || query.ending_before === undefined, {
    error: "Page forwards with starting_after or backwards with ending_before, not both",
    path: ["ending_before"],
  });
}

/** A query that must ask for something. */
export function askingQuery<Query extends z.ZodObject>(query: Query) {
  return query.refine(fillsSomething, "Ask with at least one parameter, such as currency");
}

/** A whole number, as a number or as the text of a query string: `20`, `"20"`; never `""`, `"2e1"` or `" 20"`. */
export function wholeNumber(min: number) {
  const error = `Write a whole number from ${min} on`;
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,10}$/)
          .transform(Number),
      ],
      { error },
    )
    .pipe(z.int32({ error }).min(min, { error }));
}

const page = {
  size: wholeNumber(1).optional(),
  starting_after: filled().optional(),
  ending_before: filled().optional(),
};

type PageQuery = { readonly starting_after?: unknown; readonly ending_before?: unknown };

/** Where a page of an answer stands; `last_item` is null when there is no more. */
export const answeredPagination = z.looseObject({
  count: z.number().nullish(),
  total: z.number().nullish(),
  first_item: z.string().nullish(),
  last_item: z.string().nullish(),
});
