import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { costOf, feeOfCapture, type Step } from "@/lib/klarna/pricing/cost";
import { usualTaxRate } from "@/lib/klarna/pricing/tax-rate";
import { readAmount } from "@/lib/typed-amount";

const price = { percentage: 149n, fixed: 250n };
const lines = (steps: readonly Step[]) => steps.map(({ name, working, result }) => `${name}: ${working} = ${result}`);

describe("what a 1,000 kr order costs", () => {
  test("is said step by step, with what was rounded", () => {
    const { fee, tax, share, left, steps } = costOf({ amount: 100_000n, currency: "SEK", captures: 1, taxRate: 2500n }, price);
    expect({ fee, tax, share, left }).toEqual({ fee: 1740n, tax: 436n, share: 174n, left: 97_824n });
    expect(lines(steps)).toEqual([
      "Variable fee: 1,000.00 × 1.49% = 14.90 = 14.90",
      "Fixed fee: 1 × 2.50 = 2.50",
      "Fee: 14.90 + 2.50 = 17.40",
      "Tax on the fee: 25.00% of each of the 2 fee lines, each rounded = 4.36",
      "Fee as a share of the order: 17.40 ÷ 1,000.00 = 1.74%",
      "Left of the order: 1,000.00 − 17.40 − 4.36 = SEK\u00a0978.24",
    ]);
  });

  test("rises with the number of captures, since Klarna takes its fee for each", () => {
    const { fee, steps } = costOf({ amount: 100_000n, currency: "SEK", captures: 3 }, price);
    expect(fee).toBe(2241n);
    expect(lines(steps)).toEqual([
      "Split into 3 captures: 1 × 333.34 + 2 × 333.33 = 1,000.00",
      "Variable fee of the first capture: 333.34 × 1.49% = 4.966766, rounded to 4.97 = 4.97",
      "Variable fee of each of 2 captures: 333.33 × 1.49% = 4.966617, rounded to 4.97; 2 × 4.97 = 9.94",
      "Variable fees together: 4.97 + 9.94 = 14.91",
      "Fixed fee: 3 × 2.50 = 7.50",
      "Fee: 14.91 + 7.50 = 22.41",
      "Fee as a share of the order: 22.41 ÷ 1,000.00 = 2.24%",
      "Left of the order: 1,000.00 − 22.41 = SEK\u00a0977.59",
    ]);
  });

  test("names each step by itself, so that none is taken for another", () => {
    for (const captures of [1, 2, 3, 7]) {
      const names = costOf({ amount: 10_001n, currency: "SEK", captures, taxRate: 2500n }, price).steps.map(({ name }) => name);
      expect(new Set(names).size, names.join()).toBe(names.length);
    }
  });

  test("is in the currency's own units", () => {
    const { steps } = costOf({ amount: 1_005n, currency: "JPY", captures: 1 }, { percentage: 150n, fixed: 30n });
    expect(lines(steps).slice(0, 2)).toEqual(["Variable fee: 1,005 × 1.50% = 15.075, rounded to 15 = 15", "Fixed fee: 1 × 30 = 30"]);
  });

  test("has no share when the order is of nothing", () => {
    const { fee, share, left } = costOf({ amount: 0n, currency: "SEK", captures: 1 }, price);
    expect({ fee, share, left }).toEqual({ fee: 250n, share: undefined, left: -250n });
  });
});

test("comes out as the fee and tax rows of Klarna's own sample", () => {
  const rows = [
    ["153.00", 19, "1.84", "0.35", "0.19"],
    ["80.00", 19, "0.96", "0.18", "0.19"],
    ["45.00", 23, "0.54", "0.12", "0.23"],
    ["450.00", 19, "5.40", "1.03", "0.19"],
  ] as const;
  const minor = (text: string) => (readAmount(text, "EUR") as { amount: bigint }).amount;
  for (const [captured, percent, variable, tax, taxOnFixed] of rows) {
    const order = { amount: minor(captured), currency: "EUR", captures: 1, taxRate: BigInt(percent * 100) };
    const cost = costOf(order, { percentage: 120n, fixed: 100n });
    expect(cost, captured).toMatchObject({ variable: minor(variable), fixed: 100n, tax: minor(tax) + minor(taxOnFixed) });
  }
});

/** Rounds as one does by hand: the last digits against a half. */
function byHand(amount: bigint, rate: bigint): bigint {
  const digits = (amount * rate).toString().padStart(5, "0");
  return BigInt(digits.slice(0, -4)) + (digits.slice(-4) >= "5000" ? 1n : 0n);
}

test("adds up, capture by capture, for any order and price", () => {
  const bigs = (max: bigint) => fc.bigInt({ min: 0n, max });
  fc.assert(
    fc.property(
      bigs(10n ** 15n),
      fc.integer({ min: 1, max: 40 }),
      bigs(10_000n),
      bigs(10_000n),
      bigs(3000n),
      (amount, captures, percentage, fixed, taxRate) => {
        const cost = costOf({ amount, currency: "SEK", captures, taxRate }, { percentage, fixed });
        const each = Array.from({ length: captures }, (_, at) => amount / BigInt(captures) + (BigInt(at) < amount % BigInt(captures) ? 1n : 0n));
        expect(each.reduce((sum, part) => sum + part, 0n)).toBe(amount);
        let [fee, tax] = [0n, 0n];
        for (const part of each) {
          const variable = byHand(part, percentage);
          expect(feeOfCapture(part, { percentage, fixed })).toEqual({ variable, fixed });
          fee += variable + fixed;
          tax += byHand(variable, taxRate) + byHand(fixed, taxRate);
        }
        expect(cost).toMatchObject({ fee, tax, left: amount - fee - tax });
        expect(cost.variable + cost.fixed).toBe(cost.fee);
      },
    ),
  );
});

test("hints at the tax where Klarna adds one to fees, and nowhere else", () => {
  expect(["SE", "de", "FI", "AU"].map(usualTaxRate)).toEqual([2500n, 1900n, 2550n, 1000n]);
  for (const country of ["US", "NO", "", "constructor", "__proto__"]) expect(usualTaxRate(country), country).toBeUndefined();
});
