/** The parts of a settlement's amount, in the order in which money comes and goes, by their names in Klarna's summary. */
export const settlementParts = [
  "capture_amount",
  "refund_amount",
  "payment_fixed_fee_amount",
  "payment_variable_fee_amount",
  "dispute_fee_amount",
  "fee_correction_amount",
  "vat_amount",
  "chargeback_amount",
  "correction_chargeback_amount",
  "holdback_amount",
  "release_amount",
  "deposit_amount",
  "repay_amount",
] as const;
export type SettlementPart = (typeof settlementParts)[number];

/** The parts that Klarna charges for its service, without the VAT on them. */
export const feeParts: readonly SettlementPart[] = ["payment_fixed_fee_amount", "payment_variable_fee_amount", "dispute_fee_amount", "fee_correction_amount"];

/** Parts that no transaction stands for: what is moved to the debt, and from it. */
export const partsWithoutLines: readonly string[] = ["deposit_amount", "repay_amount"];

/** Parts that a report may list transactions for, or not: nobody outside of Klarna knows which. */
export const partsMaybeWithLines: readonly string[] = ["holdback_amount", "release_amount"];

/** The parts that an amount is made of: those that we know; with those that we don't, where only so it adds up, since they may be parts, or may only inform. */
export function countedParts(amount: bigint, totals: Readonly<Record<string, number>>): readonly string[] {
  const flows = Object.keys(totals).filter((name) => name.endsWith("_amount"));
  const known = flows.filter((name) => (settlementParts as readonly string[]).includes(name));
  return sumOfParts(totals, known) !== amount && sumOfParts(totals, flows) === amount ? flows : known;
}

/** What parts of a summary come to. */
export function sumOfParts(totals: Readonly<Record<string, number>>, names: readonly string[]): bigint {
  return names.reduce((sum, name) => sum + BigInt(totals[name] ?? 0), 0n);
}

/** Which part of the summary a transaction of a kind belongs to. What nobody knows yet goes to the part that is named as it is, else to `other_amount`. */
export function partOf(type: string, detailedType: string, totals: Readonly<Record<string, unknown>>): string {
  const known = byDetail[detailedType] ?? (type.includes("CORRECTION") && type.includes("CHARGEBACK") ? "correction_chargeback_amount" : byType[type]);
  if (known) return known;
  const named = [detailedType, type].map((name) => `${name.toLowerCase()}_amount`).find((name) => Object.hasOwn(totals, name));
  return named ?? "other_amount";
}

const byDetail: Readonly<Record<string, SettlementPart>> = {
  PAYMENT_FIXED_FEE: "payment_fixed_fee_amount",
  PAYMENT_VARIABLE_FEE: "payment_variable_fee_amount",
  DISPUTE_FEE: "dispute_fee_amount",
  CORRECTION_CHARGEBACK: "correction_chargeback_amount",
};

const byType: Readonly<Record<string, SettlementPart>> = {
  SALE: "capture_amount",
  REFUND: "refund_amount",
  FEE_CORRECTION: "fee_correction_amount",
  CHARGEBACK: "chargeback_amount",
  HOLDBACK: "holdback_amount",
  RELEASE: "release_amount",
};
