import type { Line } from "./lines";

/** What a payout comes to: sums without signs, in minor units. */
export type Totals = Readonly<Record<string, number>> & { readonly closing_debt_balance_amount: number; readonly settlement_amount: number };

const columns: Readonly<Record<string, readonly [total: string, sign: 1 | -1]>> = {
  SALE: ["sale_amount", 1],
  RETURN: ["return_amount", 1],
  REVERSAL: ["reversal_amount", 1],
  REVERSAL_MERCHANT_PROTECTION: ["reversal_amount", -1],
  FEE: ["fee_amount", 1],
  FEE_REFUND: ["fee_refund_amount", 1],
  CORRECTION: ["fee_correction_amount", 1],
  COMMISSION: ["commission_amount", 1],
  CHARGE: ["charge_amount", 1],
  CREDIT: ["credit_amount", 1],
  HOLDBACK: ["holdback_amount", 1],
  RELEASE: ["release_amount", 1],
};

/** Adds lines up as Klarna does: what can't be paid out becomes debt, and debt is paid off first. With GROSS, fees are invoiced apart. */
export function totalsOf(lines: readonly Line[], { kind, debt }: { readonly kind: string; readonly debt: number }): Totals {
  const sums: Record<string, number> = Object.fromEntries(Object.values(columns).map(([total]) => [total, 0]));
  sums.tax_amount = 0;
  sums.tax_refund_amount = 0;
  for (const { type, amount, vat_amount = 0 } of lines) {
    const [total, sign] = columns[type] ?? ["credit_amount", 1];
    sums[total] = (sums[total] ?? 0) + sign * amount;
    const tax = type === "FEE_REFUND" ? "tax_refund_amount" : "tax_amount";
    sums[tax] = (sums[tax] ?? 0) + vat_amount;
  }
  const plus = ["sale_amount", "fee_refund_amount", "fee_correction_amount", "commission_amount", "credit_amount", "release_amount", "tax_refund_amount"];
  const minus = ["return_amount", "reversal_amount", "charge_amount", "holdback_amount", ...(kind === "NET" ? ["fee_amount", "tax_amount"] : [])];
  const of = (names: readonly string[]) => names.reduce((sum, name) => sum + (sums[name] ?? 0), 0);
  const debts = { opening_debt_balance_amount: debt, closing_debt_balance_amount: debt };
  // The record of an invoice says what the merchant pays.
  if (kind === "GROSS_FEE") return { ...sums, repay_amount: 0, deposit_amount: 0, ...debts, settlement_amount: of(["fee_amount", "tax_amount"]) };
  const result = of(plus) - of(minus);
  const repay_amount = Math.min(debt, Math.max(0, result));
  const deposit_amount = Math.max(0, -result);
  return {
    ...sums,
    repay_amount,
    deposit_amount,
    ...debts,
    closing_debt_balance_amount: debt - repay_amount + deposit_amount,
    settlement_amount: result - repay_amount + deposit_amount,
  };
}
