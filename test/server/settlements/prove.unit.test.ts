import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type KindTotal, prove } from "@/lib/server/settlements/prove";

const kind = (type: string, amount: number, rows = 1, tax = 0): KindTotal => ({ type, detailedType: type, rows, amount: BigInt(amount), tax: BigInt(tax) });
const capture = (amount: number) => kind("SALE", amount);
const part = (proof: ReturnType<typeof prove>, name: string) => proof.parts.find((one) => one.part === name);

describe("a part that no transaction stands for", () => {
  test.each(["deposit_amount", "repay_amount", "holdback_amount", "release_amount"])(
    "%s counts by the summary, and nothing is said of its transactions",
    (name) => {
      const proof = prove(900n, { capture_amount: 1_000, [name]: -100 }, [capture(1_000)]);
      expect(proof).toMatchObject({ partsSum: 900n, partsGap: 0n, linesSum: 900n, linesGap: 0n, holds: true });
      expect(part(proof, name)).toMatchObject({ summary: -100n, rows: 0, lines: 0n, gap: undefined });
    },
  );

  test("doesn't hide that the amount is another", () => {
    expect(prove(901n, { capture_amount: 1_000, holdback_amount: -100 }, [capture(1_000)])).toMatchObject({ partsGap: -1n, linesGap: -1n, holds: false });
  });
});

describe("a holdback or a release whose transactions are listed", () => {
  test.each([
    ["HOLDBACK", "holdback_amount", -100],
    ["RELEASE", "release_amount", 100],
  ])("%s is held against them like any other part", (type, name, amount) => {
    const settled = BigInt(1_000 + amount);
    const totals = { capture_amount: 1_000, [name]: amount };
    const right = prove(settled, totals, [capture(1_000), kind(type, amount)]);
    expect(right).toMatchObject({ linesGap: 0n, holds: true });
    expect(part(right, name)).toMatchObject({ rows: 1, gap: 0n });
    const wrong = prove(settled, totals, [capture(1_000), kind(type, amount - 7, 2)]);
    expect(wrong).toMatchObject({ partsGap: 0n, linesGap: -7n, holds: false });
    expect(part(wrong, name)).toMatchObject({ summary: BigInt(amount), lines: BigInt(amount - 7), gap: -7n });
  });

  test("that come to nothing are listed all the same", () => {
    const proof = prove(900n, { capture_amount: 1_000, holdback_amount: -100 }, [capture(1_000), kind("HOLDBACK", 0, 2)]);
    expect(part(proof, "holdback_amount")).toMatchObject({ rows: 2, gap: 100n });
    expect(proof.holds).toBe(false);
  });
});

test("transactions of a debt, should there be any, are held against its part too", () => {
  const totals = { capture_amount: 1_000, repay_amount: -100 };
  const proof = prove(900n, { ...totals, repayment_amount: 0 }, [capture(1_000), kind("REPAYMENT", -100)]);
  expect(part(proof, "repayment_amount")).toMatchObject({ rows: 1, lines: -100n, gap: -100n });
  expect(proof.holds).toBe(false);
});

test("a part that is known to have transactions and has none differs by all of it", () => {
  const proof = prove(900n, { capture_amount: 1_000, refund_amount: -100 }, [capture(1_000)]);
  expect(part(proof, "refund_amount")).toMatchObject({ rows: 0, gap: 100n });
  expect(proof).toMatchObject({ partsGap: 0n, linesGap: 100n, holds: false });
});

test("a part that nobody knows of yet counts where only so the parts come to the amount, and then stands for its transactions", () => {
  const counted = prove(900n, { capture_amount: 1_000, surcharge_amount: -100 }, [capture(1_000)]);
  expect(counted).toMatchObject({ partsGap: 0n, linesGap: 0n, holds: true });
  expect(part(counted, "surcharge_amount")).toMatchObject({ summary: -100n, gap: undefined });
  expect(prove(1_000n, { capture_amount: 1_000, surcharge_amount: -100 }, [capture(1_000)])).toMatchObject({ partsGap: 0n, linesGap: 0n, holds: true });
});

test("whatever is held back, released, put to the debt and repaid: it adds up exactly where each part is what its transactions come to", () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const amounts = fc.record({ captures: amount, held: amount, released: amount, deposit: amount, repaid: amount });
  fc.assert(
    fc.property(amounts, fc.boolean(), fc.integer({ min: -3, max: 3 }), ({ captures, held, released, deposit, repaid }, isListed, off) => {
      const totals = { capture_amount: captures, holdback_amount: held, release_amount: released, deposit_amount: deposit, repay_amount: repaid };
      const lines = [capture(captures + off), ...(isListed ? [kind("HOLDBACK", held), kind("RELEASE", released)] : [])];
      const proof = prove(BigInt(captures + held + released + deposit + repaid), totals, lines);
      expect([proof.partsGap, proof.linesGap, proof.holds]).toEqual([0n, BigInt(off), off === 0]);
    }),
  );
});
