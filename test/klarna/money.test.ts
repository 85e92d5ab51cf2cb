import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { amountText, decimalText, exponentOf, minorUnits, moneyText, percentText, roundedQuotient, shareOf } from "@/lib/money";

const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const currencies = fc.constantFrom("SEK", "JPY", "KWD", "CLF", "EUR");

describe("money as text", () => {
  test("knows that not every currency has hundredths", () => {
    for (const [currency, exponent] of [
      ["SEK", 2],
      ["eur", 2],
      ["JPY", 0],
      ["ISK", 0],
      ["HUF", 2],
      ["KWD", 3],
      ["CLF", 4],
    ] as const)
      expect(exponentOf(currency), currency).toBe(exponent);
  });

  test("is exact decimals for files, without a point where a currency has none", () => {
    expect(decimalText(-100050n, "SEK")).toBe("-1000.50");
    expect(decimalText(-5n, "SEK")).toBe("-0.05");
    expect(decimalText(0n, "SEK")).toBe("0.00");
    expect(decimalText(1234n, "JPY")).toBe("1234");
    expect(decimalText(1234n, "KWD")).toBe("1.234");
    expect(decimalText(9_007_199_254_740_993n, "EUR")).toBe("90071992547409.93");
  });

  test("loses nothing in a file: its digits and sign are the amount", () => {
    fc.assert(fc.property(amounts, currencies, (amount, currency) => BigInt(decimalText(amount, currency).replace(".", "")) === amount));
  });

  test("is grouped for people", () => {
    expect(amountText(123_456_789n, "SEK")).toBe("1,234,567.89");
    expect(amountText(-5n, "SEK")).toBe("-0.05");
    expect(amountText(1_234_567n, "JPY")).toBe("1,234,567");
    expect(moneyText(100_000n, "SEK")).toBe("SEK\u00a01,000.00");
    expect(moneyText(-100_000n, "EUR")).toBe("-EUR\u00a01,000.00");
    expect(moneyText(100_000n, "kr")).toBe("kr 1,000.00");
  });

  test("shows every digit of an amount that a floating point number couldn't hold", () => {
    expect(amountText(9_007_199_254_740_993n, "EUR")).toBe("90,071,992,547,409.93");
    fc.assert(fc.property(amounts, currencies, (amount, currency) => amountText(amount, currency).replaceAll(",", "") === decimalText(amount, currency)));
  });

  test("writes a percentage out of its hundredths", () => {
    expect([149n, 2500n, 5n, 0n, -30n].map(percentText)).toEqual(["1.49%", "25.00%", "0.05%", "0.00%", "-0.30%"]);
  });
});

describe("money out of data", () => {
  test("is taken when it is a whole number, and exact", () => {
    expect([250, -250, "250", "-0", 250n, Number.MAX_SAFE_INTEGER].map(minorUnits)).toEqual([250n, -250n, 250n, 0n, 250n, 9_007_199_254_740_991n]);
  });

  test("is nothing when it could be another amount", () => {
    for (const odd of [2.5, 2 ** 53, Number.NaN, "2.50", "1e3", "", " 5", "0x1f", "9".repeat(19), null, undefined, {}, [], true])
      expect(minorUnits(odd)).toBeUndefined();
  });
});

describe("shares of money", () => {
  test("are rounded half away from zero", () => {
    expect(shareOf(15_300n, 120n)).toBe(184n);
    expect(shareOf(-12_550n, 100n)).toBe(-126n);
    expect(shareOf(50n, 100n)).toBe(1n);
    expect(shareOf(-50n, 100n)).toBe(-1n);
    expect(shareOf(49n, 100n)).toBe(0n);
  });

  test("are never further than a half from the true one, and as large for a debit as for a credit", () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 1n, max: 10n ** 9n }), (dividend, divisor) => {
        const quotient = roundedQuotient(dividend, divisor);
        const off = (quotient * divisor - dividend) * 2n;
        return off <= divisor && off >= -divisor && roundedQuotient(-dividend, divisor) === -quotient;
      }),
    );
  });
});
