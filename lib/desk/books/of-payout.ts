import { type Form, solve, type Totals, terms } from "@/lib/klarna/payouts-api/equation";
import type { TotalName } from "@/lib/klarna/payouts-api/fields";

import { type Part, type Payable, sumOf } from "./entry";
import type { Slot } from "./slots";

/** What lines of one kind come to, or one line; signed, + what the merchant gets. The amount is undefined where nobody can say which way it goes. */
export interface PayoutMoney {
  readonly type: string;
  readonly detailedType: string;
  readonly amount: bigint | undefined;
  readonly tax: bigint;
}

/** A payout as the books see it; `feesTogether`: its fees stand on one account, since its lines don't come to its fees. */
export interface PayoutParts extends Payable {
  readonly form: Form;
  readonly feesTogether: boolean;
}

/** What a payout's amount is made of, by the form of the equation that closes; undefined where Klarna gave no amount. */
export function partsOfPayout(totals: Totals, settlementType: string | null, sums: readonly PayoutMoney[]): PayoutParts | undefined {
  const amount = totals.settlement_amount;
  const equation = solve(totals, settlementType);
  if (amount === undefined || equation.kind === "unknown") return undefined;
  const { form } = equation;
  const fees = feesIn(totals, sums);
  const counted = terms.filter(({ total }) => !form.without.includes(total));
  const parts = counted.flatMap(({ total, sign }): readonly Part[] =>
    total === "fee_amount" && fees ? fees : [{ slot: slotsOf[total] ?? "other", amount: BigInt(sign) * (totals[total] ?? 0n) }],
  );
  return {
    paid: form.invoiced ? -amount : amount,
    against: settlementType === "GROSS_FEE" ? "clearing" : "bank",
    parts,
    form,
    feesTogether: fees === undefined && !form.without.includes("fee_amount") && (totals.fee_amount ?? 0n) !== 0n,
  };
}

/** What lines of a payout are made of, without what its form leaves out; undefined where nobody knows what they are. */
export function partsOfLines({ type, detailedType, amount, tax }: PayoutMoney, { without }: Form, totals: Totals): readonly Part[] | undefined {
  const total = totalOf(type, detailedType, totals);
  if (total === undefined || amount === undefined) return undefined;
  const taxTotal = type === "FEE_REFUND" ? "tax_refund_amount" : "tax_amount";
  return [
    ...(without.includes(total) ? [] : [{ slot: total === "fee_amount" ? feeSlot(detailedType) : (slotsOf[total] ?? "other"), amount }]),
    ...(tax === 0n || without.includes(taxTotal) ? [] : [{ slot: "fee-vat" as const, amount: tax }]),
  ];
}

/** The fees by their kinds, where these come to what the payout says. */
function feesIn(totals: Totals, sums: readonly PayoutMoney[]): readonly Part[] | undefined {
  const fees = sums.filter(({ type }) => type === "FEE");
  if (fees.length === 0 || fees.some(({ amount }) => amount === undefined)) return undefined;
  const parts = fees.map(({ detailedType, amount = 0n }) => ({ slot: feeSlot(detailedType), amount }));
  return sumOf(parts) === -(totals.fee_amount ?? 0n) ? parts : undefined;
}

function feeSlot(detailedType: string): Slot {
  if (detailedType === "PURCHASE_FEE_FIXED") return "fixed-fees";
  return detailedType === "PURCHASE_FEE_PERCENTAGE" ? "variable-fees" : "other-fees";
}

/** The total that lines of a type are in. */
function totalOf(type: string, detailedType: string, totals: Totals): TotalName | undefined {
  if (type === "REVERSAL" && detailedType === "COMMISSION_RETURN" && totals.commission_reversal_amount) return "commission_reversal_amount";
  return totalsOf.get(type);
}

const totalsOf: ReadonlyMap<string, TotalName> = new Map([
  ["SALE", "sale_amount"],
  ["RETURN", "return_amount"],
  ["REVERSAL", "reversal_amount"],
  ["REVERSAL_MERCHANT_PROTECTION", "reversal_amount"],
  ["FEE", "fee_amount"],
  ["FEE_REFUND", "fee_refund_amount"],
  ["CORRECTION", "fee_correction_amount"],
  ["TAX", "tax_amount"],
  ["COMMISSION", "commission_amount"],
  ["CHARGE", "charge_amount"],
  ["CREDIT", "credit_amount"],
  ["HOLDBACK", "holdback_amount"],
  ["RELEASE", "release_amount"],
]);

const slotsOf: Readonly<Partial<Record<TotalName, Slot>>> = {
  sale_amount: "sales",
  return_amount: "refunds",
  reversal_amount: "chargebacks",
  fee_amount: "variable-fees",
  tax_amount: "fee-vat",
  fee_correction_amount: "other-fees",
  fee_refund_amount: "other-fees",
  tax_refund_amount: "fee-vat",
  commission_amount: "commission",
  commission_reversal_amount: "commission",
  holdback_amount: "reserve",
  release_amount: "reserve",
  repay_amount: "debt",
  deposit_amount: "debt",
};
