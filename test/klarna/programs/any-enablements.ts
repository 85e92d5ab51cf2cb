import fc from "fast-check";

import type { Enabled, Scope } from "@/lib/klarna/enablements";

/** A small world in which everything can be tried: days are numbers, and an empty list is every one. */
const countries = ["DE", "NO", "SE"] as const;
const categories = ["5661", "5712"] as const;
/** One that no list names. */
const elsewhere = { country: "FI", category: "7011" } as const;

const day = 86_400_000;
const scope: fc.Arbitrary<Scope> = fc.record({ countries: fc.subarray([...countries]), categories: fc.subarray([...categories]) });

/** An enablement of some days; its span may be none or the wrong way round. */
export const anyEnabled = (id: string): fc.Arbitrary<Enabled> =>
  fc
    .record({
      program: fc.constantFrom("pay-in-3", "pay-in-3", "financing"),
      scope,
      from: fc.integer({ min: 0, max: 12 }),
      to: fc.integer({ min: 0, max: 12 }),
    })
    .map(({ from, to, ...rest }) => ({ id, ...rest, from: from * day, to: to * day }));

/** Some of them, each with an id of its own. */
export const anyOthers = fc
  .array(anyEnabled(""), { maxLength: 6 })
  .map((others): readonly Enabled[] => others.map((other, index) => ({ ...other, id: `other ${index}` })));

/** Every place and day of that world, and one place beside each list. */
export const places = [...countries, elsewhere.country].flatMap((country) =>
  [...categories, elsewhere.category].flatMap((category) => Array.from({ length: 13 }, (_, index) => ({ country, category, at: index * day }))),
);

/** Whether a scope has a place, by its plain meaning. */
export function holds({ countries: named, categories: codes }: Scope, { country, category }: { readonly country: string; readonly category: string }): boolean {
  return (named.length === 0 || named.includes(country)) && (codes.length === 0 || codes.includes(category));
}
