import type { Enabled, Scope } from "./enablements";
import type { Span } from "./period";

/** Time before or after an enablement in which nothing holds somewhere, though something does beyond it. */
export interface Gap extends Span {
  readonly side: "before" | "after";
  readonly scope: Scope;
}

/** In a gap's scope: every value that no neighbour names. */
export const everyOther = "*";

/**
 * The gaps that are left between an enablement and its neighbours, exactly: for each of its countries and categories the time until the next one that
 * holds there. Values that the same neighbours hold for are told together.
 */
export function gapsAround({ from, to, scope }: Enabled, others: readonly Enabled[]): readonly Gap[] {
  const countries = groups(scope.countries, others, (other) => other.countries);
  const categories = groups(scope.categories, others, (other) => other.categories);
  const gaps = categories.flatMap((category) => countries.flatMap((country) => gapsAt({ from, to }, country, category, others)));
  return together(gaps).map(({ scope: found, ...gap }) => ({
    ...gap,
    scope: { countries: named(found.countries, countries), categories: named(found.categories, categories) },
  }));
}

interface Group {
  readonly values: readonly string[];
  /** Which of the others hold for them. */
  readonly held: ReadonlySet<number>;
}

/** The values of one dimension by who holds for them. */
function groups(own: readonly string[], others: readonly Enabled[], of: (scope: Scope) => readonly string[]): readonly Group[] {
  const holders = new Map<string, number[]>();
  const everywhere: number[] = [];
  others.forEach(({ scope }, index) => {
    const values = of(scope);
    if (values.length === 0) everywhere.push(index);
    for (const value of values) holders.set(value, [...(holders.get(value) ?? []), index]);
  });
  const values = own.length > 0 ? own : [...holders.keys(), everyOther];
  const found = new Map<string, Group>();
  for (const value of values) {
    const held = [...everywhere, ...(holders.get(value) ?? [])];
    const key = held.join(" ");
    found.set(key, { values: [...(found.get(key)?.values ?? []), value], held: new Set(held) });
  }
  return [...found.values()];
}

function gapsAt({ from, to }: Span, country: Group, category: Group, others: readonly Enabled[]): readonly Gap[] {
  let [left, right] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const index of country.held) {
    const other = others[index];
    if (!other || !category.held.has(index)) continue;
    if (other.from < from) left = Math.max(left, other.to);
    if (other.to > to) right = Math.min(right, other.from);
  }
  const scope = { countries: country.values, categories: category.values };
  return [
    ...(left > Number.NEGATIVE_INFINITY && left < from ? [{ side: "before", scope, from: left, to: from } as const] : []),
    ...(right < Number.POSITIVE_INFINITY && right > to ? [{ side: "after", scope, from: to, to: right } as const] : []),
  ];
}

/** The same time at the same categories is one gap, of more countries. */
function together(gaps: readonly Gap[]): readonly Gap[] {
  const found = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = JSON.stringify([gap.side, gap.from, gap.to, gap.scope.categories]);
    const countries = [...(found.get(key)?.scope.countries ?? []), ...gap.scope.countries];
    found.set(key, { ...gap, scope: { ...gap.scope, countries } });
  }
  return [...found.values()];
}

/** All values of a dimension in which every value is meant are every one: none is named. */
function named(values: readonly string[], all: readonly Group[]): readonly string[] {
  const count = all.reduce((sum, group) => sum + group.values.length, 0);
  return values.includes(everyOther) && values.length === count ? [] : [...values].sort();
}
