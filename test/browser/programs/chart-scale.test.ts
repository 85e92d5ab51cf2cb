import fc from "fast-check";
import { expect, test } from "vitest";

import { scaleOf } from "@/components/merchants/programs/chart-scale";

const day = 86_400_000;
const now = Date.parse("2026-11-26T07:00:00Z");
const anySpan = fc
  .record({ from: fc.integer({ min: -3_000, max: 3_000 }), days: fc.integer({ min: 1, max: 9_000 }) })
  .map(({ from, days }) => ({ from: now + from * day, to: now + (from + days) * day }));

test("A chart's scale holds now, keeps the order of moments, and is marked at most nine times and at least twice", () => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 8 }), (spans) => {
      const scale = scaleOf(spans, now);
      const moments = [Number.NEGATIVE_INFINITY, ...spans.flatMap(({ from, to }) => [from, to]), now, Number.POSITIVE_INFINITY].sort((a, b) =>
        a < b ? -1 : 1,
      );
      const places = moments.map(scale.at);
      const inOrder = places.every((place, index) => place >= 0 && place <= 100 && (index === 0 || place >= (places[index - 1] ?? 0)));
      const { ticks } = scale;
      const marked = ticks.length >= 2 && ticks.length <= 10 && ticks.every(({ label }) => /^[A-Z][a-z]{2} \d{4}$/.test(label));
      return inOrder && marked && scale.at(now) > 0 && scale.at(now) < 100;
    }),
  );
});

test("A bar for ever doesn't press the others together", () => {
  const soon = { from: now, to: now + 30 * day };
  const { at } = scaleOf([soon, { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }, { from: now, to: Date.parse("9999-01-01") }], now);
  expect(at(soon.to) - at(soon.from)).toBeGreaterThan(0.9);
});
