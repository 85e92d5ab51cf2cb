import type { Enabled, Scope } from "./enablements";

/** A line of a chart: enablements of one program for the same countries and categories, one after the other. */
export interface Lane {
  readonly key: string;
  readonly program: string;
  readonly scope: Scope;
  readonly items: readonly Enabled[];
}

/** Lays enablements out in lanes, by program and place, so that none covers another: what holds at once for the same place stands in lanes of its own. */
export function lanesOf(enabled: readonly Enabled[]): readonly Lane[] {
  const lanes = new Map<string, Enabled[][]>();
  const ordered = [...enabled].sort(
    (one, other) => before(placeOf(one), placeOf(other)) || (one.from === other.from ? 0 : one.from - other.from) || before(one.id, other.id),
  );
  for (const item of ordered) {
    const here = lanes.get(placeOf(item)) ?? [];
    const free = here.find((lane) => (lane.at(-1)?.to ?? Number.NEGATIVE_INFINITY) <= item.from);
    if (free) free.push(item);
    else here.push([item]);
    lanes.set(placeOf(item), here);
  }
  return [...lanes].flatMap(([key, here]) =>
    here.flatMap((items, index) => {
      const [first] = items;
      return first ? [{ key: `${key} ${index}`, program: first.program, scope: first.scope, items }] : [];
    }),
  );
}

function placeOf({ program, scope }: Enabled): string {
  return JSON.stringify([program, scope.countries, scope.categories]);
}

/** Which of two texts comes first, in the order of their letters. */
function before(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
