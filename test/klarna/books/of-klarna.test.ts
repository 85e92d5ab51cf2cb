import fc from "fast-check";
import { expect, test } from "vitest";

import { bySlot, sumOf } from "@/lib/desk/books/entry";
import { partsOfLines, partsOfPayout } from "@/lib/desk/books/of-payout";
import { partsOfSettlement, partsOfTransaction } from "@/lib/desk/books/of-settlement";
import { settlementParts } from "@/lib/desk/settlement-parts";
import { comesTo, type Totals, terms } from "@/lib/klarna/payouts-api/equation";

const whole = fc.integer({ min: -(2 ** 45), max: 2 ** 45 });

test("a settlement's parts come to what its summary comes to, each on its account", () => {
  fc.assert(
    fc.property(fc.record(Object.fromEntries(settlementParts.map((part) => [part, whole]))), (totals) => {
      const amount = Object.values(totals).reduce((sum, value) => sum + BigInt(value), 0n);
      expect(sumOf(partsOfSettlement(amount, { ...totals, opening_debt_balance: 7 }))).toBe(amount);
    }),
  );
  const totals = {
    capture_amount: 6000,
    refund_amount: -100,
    payment_fixed_fee_amount: -200,
    dispute_fee_amount: -60,
    vat_amount: -20,
    deposit_amount: 5,
    new_amount: 9,
  };
  const accounts = Object.fromEntries(bySlot(partsOfSettlement(5634n, totals)).map(({ slot, amount }) => [slot, amount]));
  expect(accounts).toEqual({ sales: 6000n, refunds: -100n, "fixed-fees": -200n, "other-fees": -60n, "fee-vat": -20n, debt: 5n, other: 9n });
  // A part that nobody knows counts only where it closes the sum.
  expect(sumOf(partsOfSettlement(5625n, totals))).toBe(5625n);
});

test("a transaction goes where its part goes, and its VAT to the VAT", () => {
  const fee = { type: "FEE", detailedType: "PAYMENT_VARIABLE_FEE", amount: -149n, tax: -37n };
  expect(partsOfTransaction(fee, {})).toEqual([
    { slot: "variable-fees", amount: -149n },
    { slot: "fee-vat", amount: -37n },
  ]);
  expect(partsOfTransaction({ type: "MYSTERY", detailedType: "NEW", amount: 5n, tax: 0n }, {})).toEqual([{ slot: "other", amount: 5n }]);
});

const anyTotals = fc.record(
  Object.fromEntries(terms.map(({ total }) => [total, fc.bigInt({ min: 0n, max: 10n ** 12n })])) as Record<string, fc.Arbitrary<bigint>>,
) as fc.Arbitrary<Totals>;

test("a payout's parts come to what is paid by the form that closes, whatever its kind", () => {
  fc.assert(
    fc.property(anyTotals, fc.constantFrom("NET", "GROSS", "GROSS_FEE", "NEW"), (totals, type) => {
      const without = type === "GROSS" ? (["fee_amount", "tax_amount"] as const) : [];
      const paid = comesTo(totals, { without, invoiced: false });
      const parts = partsOfPayout({ ...totals, settlement_amount: paid }, type, []);
      expect([sumOf(parts?.parts ?? []), parts?.paid, parts?.against]).toEqual([paid, paid, type === "GROSS_FEE" ? "clearing" : "bank"]);
    }),
  );
});

test("an invoice for fees is owed: its fees and VAT are debited, against clearing", () => {
  const invoice = partsOfPayout({ fee_amount: 300n, tax_amount: 75n, settlement_amount: 375n }, "GROSS_FEE", []);
  expect(invoice).toMatchObject({ paid: -375n, against: "clearing" });
  expect(bySlot(invoice?.parts ?? []).filter(({ amount }) => amount !== 0n)).toEqual([
    { slot: "variable-fees", amount: -300n },
    { slot: "fee-vat", amount: -75n },
  ]);
});

test("what doesn't close keeps its gap, and what has no amount has no parts", () => {
  const odd = partsOfPayout({ sale_amount: 1000n, fee_amount: 30n, settlement_amount: 975n }, "NET", []);
  expect(odd && odd.paid - sumOf(odd.parts)).toBe(5n);
  expect(partsOfPayout({ sale_amount: 1000n }, "NET", [])).toBeUndefined();
});

test("fees stand fixed and variable apart only where the lines come to them", () => {
  const totals = { sale_amount: 1000n, fee_amount: 50n, settlement_amount: 950n };
  const fee = (detailedType: string, amount: bigint | undefined) => ({ type: "FEE", detailedType, amount, tax: 0n });
  const split = partsOfPayout(totals, "NET", [fee("PURCHASE_FEE_FIXED", -20n), fee("PURCHASE_FEE_PERCENTAGE", -25n), fee("DISPUTE_FEE", -5n)]);
  expect(split?.feesTogether).toBe(false);
  expect(split?.parts.filter(({ slot }) => slot.endsWith("fees") && slot !== "other-fees")).toEqual([
    { slot: "fixed-fees", amount: -20n },
    { slot: "variable-fees", amount: -25n },
  ]);
  for (const sums of [[fee("PURCHASE_FEE_FIXED", -49n)], [fee("PURCHASE_FEE_FIXED", -50n), fee("PURCHASE_FEE_PERCENTAGE", undefined)], []]) {
    const together = partsOfPayout(totals, "NET", sums);
    expect([together?.feesTogether, together?.parts.find(({ slot }) => slot === "variable-fees")?.amount]).toEqual([true, -50n]);
  }
});

test("a line of a payout goes where its total goes, without what the form leaves out; one of a kind that nobody knows goes nowhere", () => {
  const net = { without: [], invoiced: false };
  const gross = { without: ["fee_amount", "tax_amount"] as const, invoiced: false };
  const fee = { type: "FEE", detailedType: "PURCHASE_FEE_FIXED", amount: -20n, tax: -5n };
  expect(partsOfLines(fee, net, {})).toEqual([
    { slot: "fixed-fees", amount: -20n },
    { slot: "fee-vat", amount: -5n },
  ]);
  expect(partsOfLines(fee, gross, {})).toEqual([]);
  expect(partsOfLines({ ...fee, type: "MYSTERY" }, net, {})).toBeUndefined();
  expect(partsOfLines({ ...fee, amount: undefined }, net, {})).toBeUndefined();
  const taken = { type: "REVERSAL", detailedType: "COMMISSION_RETURN", amount: -9n, tax: 0n };
  expect(partsOfLines(taken, net, {})).toEqual([{ slot: "chargebacks", amount: -9n }]);
  expect(partsOfLines(taken, net, { commission_reversal_amount: 9n })).toEqual([{ slot: "commission", amount: -9n }]);
});
