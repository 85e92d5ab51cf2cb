import fc from "fast-check";
import { expect, test } from "vitest";

import { comesTo, solve, type Totals, terms } from "@/lib/klarna/payouts-api/equation";
import { lineTypes, lineWords, signedAmount, signedTax } from "@/lib/klarna/payouts-api/kinds";

const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });
const anyTotals = fc.record(Object.fromEntries(terms.map(({ total }) => [total, amount]))) as fc.Arbitrary<Totals>;

/** The equation as Klarna writes it, by hand. */
function byHand(of: Totals): bigint {
  const n = (name: keyof Totals) => of[name] ?? 0n;
  const plus = n("sale_amount") + n("fee_correction_amount") + n("commission_amount") + n("credit_amount") + n("release_amount") + n("fee_refund_amount");
  const minus = n("return_amount") + n("reversal_amount") + n("fee_amount") + n("commission_reversal_amount") + n("tax_amount") + n("charge_amount");
  return plus - minus - n("repay_amount") - n("holdback_amount") + n("tax_refund_amount") + n("deposit_amount");
}

test("closes by the form that its kind should have, whatever the amounts, and says by exactly how much it doesn't", () => {
  fc.assert(
    fc.property(anyTotals, fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (totals, off) => {
      const paid = byHand(totals);
      expect(solve({ ...totals, settlement_amount: paid }, "NET")).toMatchObject({ kind: "closed", usual: true, form: { without: [], invoiced: false } });
      const odd = solve({ ...totals, settlement_amount: paid + off }, "NET");
      if (odd.kind === "open") expect(odd.gap).toBe(off);
      if (odd.kind === "closed") expect(comesTo(totals, odd.form)).toBe(paid + off);
      const gross = paid + (totals.fee_amount ?? 0n) + (totals.tax_amount ?? 0n);
      expect(solve({ ...totals, settlement_amount: gross }, "GROSS")).toMatchObject({
        kind: "closed",
        usual: true,
        form: { without: ["fee_amount", "tax_amount"] },
      });
    }),
  );
});

test("tells NET, GROSS and the record of an invoice apart, and by which other form one closes", () => {
  const totals = { sale_amount: 10_000n, fee_amount: 300n, tax_amount: 75n, deposit_amount: 40n };
  expect(solve({ ...totals, settlement_amount: 10_000n }, "NET")).toEqual({
    kind: "closed",
    usual: false,
    form: { without: ["fee_amount", "tax_amount", "deposit_amount"], invoiced: false },
  });
  expect(solve({ ...totals, settlement_amount: 9_625n }, "NET")).toMatchObject({ usual: false, form: { without: ["deposit_amount"] } });
  expect(solve({ ...totals, settlement_amount: 9_999n }, "NET")).toMatchObject({ kind: "open", gap: 334n });
  expect(solve({ fee_amount: 300n, tax_amount: 75n, settlement_amount: 375n }, "GROSS_FEE")).toMatchObject({
    kind: "closed",
    usual: true,
    form: { invoiced: true },
  });
  expect(solve({ fee_amount: 300n, tax_amount: 75n, settlement_amount: -375n }, "GROSS_FEE")).toMatchObject({ kind: "closed", usual: true });
  expect(solve({ ...totals, settlement_amount: 9_665n }, "SOMETHING_NEW")).toMatchObject({ kind: "closed", usual: true });
  expect(solve({ settlement_amount: 0n }, "NET")).toEqual({ kind: "unknown" });
  expect(solve(totals, "NET")).toEqual({ kind: "unknown" });
});

test("gives each line its sign by its type; one that is negative already keeps it, and of a new type nobody can say", () => {
  const signs = Object.fromEntries(lineTypes.map((type) => [type, signedAmount(type, 100n)]));
  expect(signs).toEqual({
    ...{ SALE: 100n, COMMISSION: 100n, CREDIT: 100n, RELEASE: 100n, FEE_REFUND: 100n, REVERSAL_MERCHANT_PROTECTION: 100n, CORRECTION: 100n },
    ...{ FEE: -100n, RETURN: -100n, REVERSAL: -100n, CHARGE: -100n, HOLDBACK: -100n, TAX: -100n },
  });
  expect([
    signedAmount("CORRECTION", -5n),
    signedAmount("FEE", -5n),
    signedAmount("SALE", 0n),
    signedAmount("MYSTERY", -5n),
    signedAmount("MYSTERY", 5n),
  ]).toEqual([-5n, -5n, 0n, -5n, undefined]);
  expect([signedAmount("constructor", 5n), signedAmount(null, 5n)]).toEqual([undefined, undefined]);
  expect([signedTax("FEE", 20n), signedTax("FEE_REFUND", 20n), signedTax("FEE", -20n)]).toEqual([-20n, 20n, -20n]);
});

test("has words for every type, and none for what it doesn't know", () => {
  for (const type of lineTypes) expect(lineWords(type, null), type).toBeTruthy();
  expect(lineWords("FEE", "DISPUTE_FEE")).toBe("Dispute fee");
  expect(lineWords("FEE", "A_NEW_FEE")).toBe("Fee");
  expect(lineWords("MYSTERY", "PURCHASE")).toBeUndefined();
});
