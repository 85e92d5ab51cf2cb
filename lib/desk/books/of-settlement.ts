import { countedParts, partOf, type SettlementPart } from "../settlement-parts";
import type { Part } from "./entry";
import type { Slot } from "./slots";

/** What a settlement's amount is made of, by the parts of its summary that count. */
export function partsOfSettlement(amount: bigint, totals: Readonly<Record<string, number>>): readonly Part[] {
  return countedParts(amount, totals).map((name) => ({ slot: slotOf(name), amount: BigInt(totals[name] ?? 0) }));
}

/** What a transaction of a settlement is made of: its amount, and the VAT on it where there is any. */
export function partsOfTransaction(
  { type, detailedType, amount, tax }: { readonly type: string; readonly detailedType: string; readonly amount: bigint; readonly tax: bigint },
  totals: Readonly<Record<string, number>>,
): readonly Part[] {
  return [{ slot: slotOf(partOf(type, detailedType, totals)), amount }, ...(tax === 0n ? [] : [{ slot: "fee-vat" as const, amount: tax }])];
}

function slotOf(part: string): Slot {
  return (known as Readonly<Record<string, Slot>>)[part] ?? "other";
}

const known = {
  capture_amount: "sales",
  refund_amount: "refunds",
  payment_fixed_fee_amount: "fixed-fees",
  payment_variable_fee_amount: "variable-fees",
  dispute_fee_amount: "other-fees",
  fee_correction_amount: "other-fees",
  vat_amount: "fee-vat",
  chargeback_amount: "chargebacks",
  correction_chargeback_amount: "chargebacks",
  holdback_amount: "reserve",
  release_amount: "reserve",
  deposit_amount: "debt",
  repay_amount: "debt",
} as const satisfies Readonly<Record<SettlementPart, Slot>>;
