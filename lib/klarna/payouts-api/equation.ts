import type { TotalName } from "./fields";

/** A payout's totals as exact numbers; what Klarna didn't send isn't there. */
export type Totals = Readonly<Partial<Record<TotalName, bigint>>>;

/** One part of the equation: how its total counts in what is paid out. */
export interface Term {
  readonly total: TotalName;
  readonly sign: 1 | -1;
}

/** What goes into a payout and which way, in Klarna's order. */
export const terms: readonly Term[] = [
  { total: "sale_amount", sign: 1 },
  { total: "return_amount", sign: -1 },
  { total: "reversal_amount", sign: -1 },
  { total: "fee_amount", sign: -1 },
  { total: "tax_amount", sign: -1 },
  { total: "fee_correction_amount", sign: 1 },
  { total: "fee_refund_amount", sign: 1 },
  { total: "tax_refund_amount", sign: 1 },
  { total: "commission_amount", sign: 1 },
  { total: "commission_reversal_amount", sign: -1 },
  { total: "charge_amount", sign: -1 },
  { total: "credit_amount", sign: 1 },
  { total: "holdback_amount", sign: -1 },
  { total: "release_amount", sign: 1 },
  { total: "repay_amount", sign: -1 },
  { total: "deposit_amount", sign: 1 },
];

/** A way to add up: the parts that stay out, and whether the result is what the merchant pays. */
export interface Form {
  readonly without: readonly TotalName[];
  readonly invoiced: boolean;
}

/**
 * What the equation came to. `usual` is the form that this kind of settlement should close by; `closed` the first that does, the usual one
 * before all others. Without one, `gap` is what is paid out less what the usual form comes to. `unknown`: there is no amount to compare with.
 */
export type Equation =
  | { readonly kind: "closed"; readonly form: Form; readonly usual: boolean }
  | { readonly kind: "open"; readonly form: Form; readonly gap: bigint }
  | { readonly kind: "unknown" };

/** Proves a payout's amount by its totals, by the form that its kind of settlement should have, or says by which other it closes. */
export function solve(totals: Totals, settlementType: string | null | undefined): Equation {
  const paid = totals.settlement_amount;
  if (paid === undefined || Object.keys(totals).length < 2) return { kind: "unknown" };
  const { usual, others } = formsOf(settlementType);
  const closing = (forms: readonly Form[]) => forms.find((form) => comesTo(totals, form) === paid);
  const [form, other] = [closing(usual), closing(others)];
  if (form) return { kind: "closed", form, usual: true };
  if (other) return { kind: "closed", form: other, usual: false };
  return { kind: "open", form: usual[0], gap: paid - comesTo(totals, usual[0]) };
}

/** What a form's parts add up to. */
export function comesTo(totals: Totals, { without, invoiced }: Form): bigint {
  const sum = terms.reduce((so, { total, sign }) => (without.includes(total) ? so : so + BigInt(sign) * (totals[total] ?? 0n)), 0n);
  return invoiced ? -sum : sum;
}

const feesOut: readonly TotalName[] = ["fee_amount", "tax_amount"];
/** What is left out in turn where the usual form doesn't close: what Klarna's own description is silent about. */
const doubtful: readonly (readonly TotalName[])[] = [[], ["deposit_amount"], ["tax_refund_amount"], ["deposit_amount", "tax_refund_amount"]];

/** With GROSS, fees and their VAT are invoiced apart; GROSS_FEE is the record of that invoice, whose amount is what the merchant pays, with a sign or without. */
function formsOf(settlementType: string | null | undefined): { readonly usual: readonly [Form, ...Form[]]; readonly others: readonly Form[] } {
  const gross = settlementType === "GROSS";
  const [usual = plain, ...others] = [gross ? feesOut : [], gross ? [] : feesOut].flatMap((fees) =>
    doubtful.map((more): Form => ({ without: [...fees, ...more], invoiced: false })),
  );
  return settlementType === "GROSS_FEE" ? { usual: [{ without: [], invoiced: true }, usual], others } : { usual: [usual], others };
}

const plain: Form = { without: [], invoiced: false };
