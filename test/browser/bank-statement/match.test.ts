import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BankLine } from "@/lib/desk/bank-statement/bank-line";
import { type Found, matches, type Payable } from "@/lib/desk/bank-statement/match";

const payable = (id: string, amount: string | null, currency: string | null = "SEK"): Payable => ({
  ...{ kind: "settlement", id, amount, currency },
  ...{ date: null, payout: "paid" },
});
const line = (number: number, amount?: string, currency?: string): BankLine => ({
  line: number,
  text: "KLARNA",
  ...(amount !== undefined && { amount }),
  ...(currency && { currency }),
});
const one = (given: Payable, ...lines: BankLine[]) => {
  const found: Found["found"] = [{ reference: given.id, payable: given }];
  return matches(lines, new Map(lines.map(({ line: number }) => [number, [given.id]])), found);
};

describe("a line of a bank's, held against what it names", () => {
  test("matches to the minor unit, however many decimals the bank writes", () => {
    expect(one(payable("A1", "123450"), line(1, "1234.5"))).toMatchObject([{ verdict: "matched" }]);
    expect(one(payable("A1", "123450"), line(1, "1234.5000"))).toMatchObject([{ verdict: "matched" }]);
    expect(one(payable("A1", "5000", "JPY"), line(1, "5000.00"))).toMatchObject([{ verdict: "matched" }]);
    expect(one(payable("A1", "-500"), line(1, "-5.00"))).toMatchObject([{ verdict: "matched" }]);
  });

  test("says by how much it is short or too much", () => {
    expect(one(payable("A1", "123450"), line(1, "1234.00"))).toMatchObject([{ verdict: "differs", difference: -50n }]);
    expect(one(payable("A1", "123450"), line(1, "1300.00"))).toMatchObject([{ verdict: "differs", difference: 6550n }]);
  });

  test("is added to others with the same reference, and one that comes on top is said to be twice", () => {
    expect(one(payable("A1", "30000"), line(1, "100.00"), line(2, "200.00"))).toMatchObject([{ verdict: "matched" }, { verdict: "matched" }]);
    expect(one(payable("A1", "10000"), line(1, "100.00"), line(2, "100.00"))).toMatchObject([{ verdict: "matched" }, { verdict: "twice" }]);
  });

  test("isn't matched where the bank took it back again, unless it came once more", () => {
    const differs = { verdict: "differs", difference: -10000n };
    expect(one(payable("A1", "10000"), line(1, "100.00"), line(2, "-100.00"))).toMatchObject([differs, differs]);
    expect(one(payable("A1", "-10000"), line(1, "-100.00"), line(2, "100.00"))).toMatchObject([1, 2].map(() => ({ ...differs, difference: 10000n })));
    const again = one(payable("A1", "10000"), line(1, "100.00"), line(2, "-100.00"), line(3, "100.00"));
    expect(again.map(({ verdict }) => verdict)).toEqual(["matched", "matched", "matched"]);
  });

  test("is added to others that name the same money by another of its references: the door answers each apart", () => {
    const found = ["XD65-113574395", "113574395"].map((reference) => ({ reference, payable: payable("XD65-113574395", "10000") }));
    const both = (first: string, second: string) =>
      matches([line(1, first), line(2, second)], new Map(found.map(({ reference }, at) => [at + 1, [reference]])), found).map(({ verdict }) => verdict);
    expect(both("100.00", "100.00")).toEqual(["matched", "twice"]);
    expect(both("40.00", "60.00")).toEqual(["matched", "matched"]);
    expect(both("40.00", "50.00")).toEqual(["differs", "differs"]);
  });

  test("isn't added to what only has the same id: a payout is other money than a settlement", () => {
    const found = [
      { reference: "a", payable: payable("A1", "10000") },
      { reference: "b", payable: { ...payable("A1", "10000"), kind: "payout" as const } },
    ];
    const given = new Map([
      [1, ["a"]],
      [2, ["b"]],
    ]);
    expect(matches([line(1, "100.00"), line(2, "100.00")], given, found)).toMatchObject([{ verdict: "matched" }, { verdict: "matched" }]);
  });

  test("isn't compared where one of the two has no amount, or another currency", () => {
    expect(one(payable("A1", "10000"), line(1))).toMatchObject([{ verdict: "not-compared" }]);
    expect(one(payable("A1", null), line(1, "1.00"))).toMatchObject([{ verdict: "not-compared" }]);
    expect(one(payable("A1", "10000", "EUR"), line(1, "100.00", "SEK"))).toMatchObject([{ verdict: "other-currency" }]);
    // More decimals than the currency has: nobody can say what it is in yen.
    expect(one(payable("A1", "100", "JPY"), line(1, "100.50"))).toMatchObject([{ verdict: "not-compared" }]);
  });

  test("that names several takes that with its amount", () => {
    const found = [payable("A1", "100"), payable("B2", "200")].map((each) => ({ reference: each.id, payable: each }));
    expect(matches([line(1, "2.00")], new Map([[1, ["A1", "B2"]]]), found)).toMatchObject([{ verdict: "matched", payable: { id: "B2" } }]);
  });

  test("whatever the amounts, what matches adds up and what differs says the difference", () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, (bank, desk) => {
        const text = `${bank < 0 ? "-" : ""}${Math.floor(Math.abs(bank) / 100)}.${String(Math.abs(bank) % 100).padStart(2, "0")}`;
        const [match] = one(payable("A1", String(desk)), line(1, text));
        expect(match?.verdict).toBe(bank === desk ? "matched" : "differs");
        expect(Number(match?.difference ?? 0n)).toBe(bank - desk);
      }),
    );
  });
});
