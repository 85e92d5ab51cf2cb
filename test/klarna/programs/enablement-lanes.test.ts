import fc from "fast-check";
import { expect, test } from "vitest";

import { lanesOf } from "@/lib/klarna/enablement-lanes";
import { anyOthers } from "./any-enablements";

test("Every enablement stands in one lane, of its own program and place, and none in a lane covers another", () => {
  fc.assert(
    fc.property(anyOthers, (all) => {
      const enabled = all.filter(({ from, to }) => from < to);
      const lanes = lanesOf(enabled);
      expect(lanes.flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual(enabled.map(({ id }) => id).sort());
      for (const { program, scope, items } of lanes) {
        expect(items.every((item) => item.program === program && JSON.stringify(item.scope) === JSON.stringify(scope))).toBe(true);
        expect(items.every((item, index) => index === 0 || (items[index - 1]?.to ?? 0) <= item.from)).toBe(true);
      }
      expect(new Set(lanes.map(({ key }) => key)).size).toBe(lanes.length);
    }),
  );
});

test("What never began and never ends has a lane too, and what follows is in the same one", () => {
  const scope = { countries: [], categories: [] };
  const open = { id: "open", program: "p", scope, from: Number.NEGATIVE_INFINITY, to: 5 };
  expect(lanesOf([{ ...open, id: "next", from: 5, to: Number.POSITIVE_INFINITY }, open]).map(({ items }) => items.map(({ id }) => id))).toEqual([
    ["open", "next"],
  ]);
  expect(lanesOf([open, { ...open, id: "too" }])).toHaveLength(2);
});
