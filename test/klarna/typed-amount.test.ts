import fc from "fast-check";
import { expect, test } from "vitest";

import { amountText, decimalText, moneyText } from "@/lib/money";
import { readAmount, readPercent } from "@/lib/typed-amount";

const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const currencies = fc.constantFrom("SEK", "EUR", "JPY", "KWD");

function refusal(text: string, currency: string): string | undefined {
  const read = readAmount(text, currency);
  return "refusal" in read ? read.refusal : undefined;
}

test("reads an amount however people group and mark it", () => {
  for (const text of [
    "1000.50",
    "1,000.50",
    "1 000,50",
    "1.000,50",
    "1'000.50",
    "1’000,50",
    " 1000,5 ",
    "1\u00a0000.50",
    "SEK 1,000.50",
    "1 000,50 sek",
    "+1000.5",
  ])
    expect(readAmount(text, "SEK"), text).toEqual({ amount: 100_050n });
  for (const text of ["1,000", "1000", "1.000,00", "1000,"]) expect(readAmount(text, "SEK"), text).toEqual({ amount: 100_000n });
  for (const text of ["1,000", "1000"]) expect(readAmount(text, "JPY"), text).toEqual({ amount: 1000n });
  expect(readAmount("−0.05", "SEK")).toEqual({ amount: -5n });
  expect(readAmount(".5", "SEK")).toEqual({ amount: 50n });
});

test("reads back whatever the desk itself writes, to the last digit", () => {
  fc.assert(
    fc.property(amounts, currencies, (amount, currency) => {
      // A thousandth and a thousand may look alike; what is refused isn't misread.
      for (const text of [amountText(amount, currency), decimalText(amount, currency), moneyText(amount, currency)])
        if (!(currency === "KWD" && /^-?\d{1,3},\d{3}$/.test(text))) expect(readAmount(text, currency), text).toEqual({ amount });
    }),
  );
});

test("asks for an amount where nothing stands, and for digits where others do", () => {
  expect(refusal("  ", "SEK")).toBe("Write an amount in SEK, such as 1000");
  for (const text of ["a thousand", "1000 EUR", "1e3", "10²", "½", "--5", "5-", ".", "1_000", "0x10"]) expect(refusal(text, "SEK"), text).toMatch(/in digits/);
});

test("refuses what could be two amounts rather than choose", () => {
  expect(refusal("1,000", "KWD")).toBe("This could be two amounts: write 1000 or 1.000");
  expect(refusal("1.005", "SEK")).toBe("SEK has 2 decimals at most");
  expect(refusal("10.50", "JPY")).toBe("JPY has no decimals: write a whole number");
  for (const text of ["1,00,000.5", "1.000.50", "1,000,50", "12 34", "1,000.000,50", "1 000,000.50"])
    expect(refusal(text, "SEK"), text).toMatch(/separators don't fit/);
});

test("refuses more than the database holds exactly", () => {
  expect(readAmount("9".repeat(16), "SEK")).toEqual({ amount: BigInt(`${"9".repeat(16)}00`) });
  expect(refusal("9".repeat(17), "SEK")).toMatch(/more than can be paid/);
});

test("reads a percentage, and nothing that isn't one", () => {
  for (const [text, rate] of [
    ["25", 2500n],
    ["25,5", 2550n],
    [" 25.50 % ", 2550n],
    ["0", 0n],
    ["100%", 10_000n],
  ] as const)
    expect(readPercent(text), text).toEqual({ rate });
  for (const text of ["", "a quarter", "-5", "25.555", "1e1", "1000", "25,", "%"]) expect(readPercent(text), text).toHaveProperty("refusal");
});
