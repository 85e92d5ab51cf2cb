import fc from "fast-check";
import { expect, test } from "vitest";

import { compareRates } from "@/lib/klarna/pricing/compare";
import { priceChange, priceWords } from "@/lib/klarna/pricing/price-words";
import { type RateFor, readRate } from "@/lib/klarna/pricing/rate";

const rate = (holds: RateFor, percentage: unknown, fixed_amount = 250) => readRate({ ...holds, buy_rate: { percentage, fixed_amount } });
const [sweden, norway] = [
  { merchant_category_code: "5912", country: "SE", currency: "SEK" },
  { merchant_category_code: "5912", country: "NO", currency: "NOK" },
];

test("two versions are laid side by side, and what differs is known", () => {
  const rows = compareRates([rate(sweden, 149), rate(norway, 159)], [rate(norway, 159), rate(sweden, 139), rate({ country: "FI" }, 129)]);
  expect(rows.map(({ holds, left, right, differs }) => [holds.country, left !== undefined, right !== undefined, differs])).toEqual([
    ["SE", true, true, true],
    ["NO", true, true, false],
    ["FI", false, true, true],
  ]);
});

test("two categories are laid side by side by all but their category", () => {
  const other = { ...sweden, merchant_category_code: "5411" };
  const [row, ...more] = compareRates([rate(sweden, 149)], [rate(other, 149)], "merchant_category_code");
  expect(more).toEqual([]);
  expect(row).toMatchObject({ holds: { country: "SE", currency: "SEK" }, differs: false });
  expect(row?.holds.merchant_category_code).toBeUndefined();
});

test("what can't be read is the same only when it came the same", () => {
  expect(compareRates([rate(sweden, "1.49")], [rate(sweden, "1.49")])[0]?.differs).toBe(false);
  expect(compareRates([rate(sweden, "1.49")], [rate(sweden, "1.59")])[0]?.differs).toBe(true);
  expect(compareRates([rate(sweden, 149)], [rate(sweden, "1.49")])[0]?.differs).toBe(true);
});

test("loses no rate of either side, also where a plan says two things of one", () => {
  const some = fc.array(fc.tuple(fc.constantFrom("SE", "NO", "FI"), fc.integer({ min: 0, max: 3 })), { maxLength: 8 });
  fc.assert(
    fc.property(some, some, (left, right) => {
      const [lefts, rights] = [left, right].map((list) => list.map(([country, percentage]) => rate({ country }, percentage)));
      const rows = compareRates(lefts ?? [], rights ?? []);
      expect(new Set(rows.flatMap((row) => row.left ?? []))).toEqual(new Set(lefts));
      expect(new Set(rows.flatMap((row) => row.right ?? []))).toEqual(new Set(rights));
    }),
  );
});

test("says a price, and how it changed", () => {
  const price = (percentage: bigint, fixed: bigint) => ({ percentage, fixed });
  expect(priceWords(price(149n, 250n), "SEK")).toBe("1.49% + SEK\u00a02.50");
  expect(priceWords(price(0n, 250n), "SEK")).toBe("SEK\u00a02.50");
  expect(priceWords(price(149n, 0n), "SEK")).toBe("1.49%");
  expect(priceWords(price(0n, 0n), "SEK")).toBe("0.00%");
  expect(priceChange(price(149n, 250n), price(139n, 300n), "SEK")).toBe("−0.10 points, +SEK\u00a00.50");
  expect(priceChange(price(149n, 250n), price(149n, 250n), "SEK")).toBeUndefined();
});
