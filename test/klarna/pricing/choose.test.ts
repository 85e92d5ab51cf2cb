import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { choosePrice } from "@/lib/klarna/pricing/choose";
import { type RateFor, readRate } from "@/lib/klarna/pricing/rate";

const program = "krn:partner:global:pricing:payments:program:a";
const asked = { merchant_category_code: "5912", country: "SE", currency: "SEK", payment_program_id: program };
const rate = (holds: RateFor, percentage: number, sell?: number) =>
  readRate({ ...holds, buy_rate: { percentage, fixed_amount: 0 }, ...(sell !== undefined && { sell_rate: { percentage: sell } }) });
const choose = (rates: readonly ReturnType<typeof rate>[], what: RateFor = asked, side: "buy" | "sell" = "buy") => {
  const chosen = choosePrice(rates, what, side);
  return "price" in chosen ? [Number(chosen.price.percentage), ...chosen.notes] : chosen.why;
};

describe("the rate that holds", () => {
  test("is the one that says what is asked, in either case", () => {
    expect(choose([rate(asked, 149), rate({ ...asked, country: "NO" }, 1), rate({ ...asked, merchant_category_code: "5411" }, 2)])).toEqual([149]);
    expect(choose([rate({ ...asked, country: "se", currency: "sek" }, 149)])).toEqual([149]);
  });

  test("knows a program by its last part, as plans and prices name it differently", () => {
    expect(choose([rate(asked, 149)], { ...asked, payment_program_id: "krn:payment:global:payment:program:a" })).toEqual([149]);
    expect(choose([rate(asked, 149)], { ...asked, payment_program_id: "krn:payment:global:payment:program:b" })).toBe("no rate of this version fits");
  });

  test("is the most particular where wider ones fit too", () => {
    const rates = [rate({}, 300), rate({ country: "SE" }, 200), rate({ country: "SE", merchant_category_code: "5912" }, 100)];
    expect(choose(rates)).toEqual([100, "The most particular rate holds; wider ones fit too"]);
  });

  test("is none where two say different things and neither is more particular", () => {
    expect(choose([rate({ country: "SE" }, 200), rate({ merchant_category_code: "5912" }, 100)])).toBe("2 rates fit and differ");
    expect(choose([rate(asked, 149), rate(asked, 150)])).toBe("2 rates fit and differ");
  });

  test("doesn't matter where all that fit say the same: a settlement's row names no country", () => {
    const rates = ["SE", "FI", "DE"].map((country) => rate({ ...asked, country }, 149));
    expect(choose(rates, { ...asked, country: undefined })).toEqual([149, "3 rates fit and say the same"]);
    expect(choose([...rates, rate({ ...asked, country: "AT" }, 150)], { ...asked, country: undefined })).toBe("4 rates fit and differ by country");
    expect(choose([rate({}, 100), rate({ country: "SE" }, 90)], {})).toBe("2 rates fit and differ by country");
  });

  test("is told for each side by itself", () => {
    const rates = [rate({ country: "SE" }, 149, 209), rate({ country: "FI" }, 149, 219)];
    expect(choose(rates, { currency: "EUR" })).toEqual([149, "2 rates fit and say the same"]);
    expect(choose(rates, { currency: "EUR" }, "sell")).toBe("2 rates fit and differ by country");
    expect(choose([readRate({ percentage: 149 })], {}, "sell")).toBe("Klarna states no such rate");
  });

  test("that can't be read says why", () => {
    expect(choose([readRate({ ...asked, buy_rate: { percentage: 149, cap: 5 } })])).toMatch(/^it also says cap/);
  });
});

describe("a category that Klarna doesn't list", () => {
  const unlisted = { ...asked, merchant_category_code: "5412" };

  test("is left aside, where the price doesn't depend on it", () => {
    const rates = ["5411", "5912"].map((merchant_category_code) => rate({ ...asked, merchant_category_code }, 149));
    expect(choose(rates, unlisted)).toEqual([149, "Klarna doesn't list category 5412, so it was left aside", "2 rates fit and say the same"]);
  });

  test("has no price where that differs by category", () => {
    const rates = [rate({ ...asked, merchant_category_code: "5411" }, 149), rate(asked, 139)];
    expect(choose(rates, unlisted)).toBe("Klarna doesn't list category 5412, so it was left aside; 2 rates fit and differ by category");
  });

  test("has the price of rates for every category, and its own where a plan names it all the same", () => {
    expect(choose([rate({ country: "SE" }, 149), rate(asked, 139)], unlisted)).toEqual([149]);
    expect(choose([rate(unlisted, 149), rate(asked, 139)], unlisted)).toEqual([149]);
  });

  test("isn't confused with one that is listed and simply has no rate", () => {
    expect(choose([rate({ ...asked, merchant_category_code: "5411" }, 149)])).toBe("no rate of this version fits");
  });
});

test("whatever the rates, what is chosen fits, and no other that fits says another price and is as particular", () => {
  const some = <Value>(...values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const anyFor = fc.record({
    country: some("SE", "NO"),
    currency: some("SEK", "EUR"),
    merchant_category_code: some("5912", "5411"),
    payment_program_id: some("p:a", "p:b"),
  });
  const given = (holds: RateFor) => Object.entries(holds).filter(([, value]) => value !== undefined);
  fc.assert(
    fc.property(fc.array(fc.tuple(anyFor, fc.integer({ min: 0, max: 3 })), { maxLength: 8 }), anyFor, (list, what) => {
      const fitting = list.filter(([holds]) => given(holds).every(([name, value]) => (what[name as keyof RateFor] ?? value) === value));
      const chosen = choosePrice(
        list.map(([holds, percentage]) => rate(holds, percentage)),
        what,
        "buy",
      );
      if (!("price" in chosen)) return fitting.length === 0 || new Set(fitting.map(([, percentage]) => percentage)).size > 1;
      const weight = (holds: RateFor) => given(holds).filter(([name]) => what[name as keyof RateFor] !== undefined).length;
      const own = weight(chosen.rate.holds);
      return (
        fitting.some(([, percentage]) => BigInt(percentage) === chosen.price.percentage) &&
        fitting.every(([holds, percentage]) => BigInt(percentage) === chosen.price.percentage || weight(holds) < own)
      );
    }),
    { numRuns: 2_000 },
  );
});
