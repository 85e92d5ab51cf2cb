import "server-only";
import type { PayoutProof, ProofPart } from "@/lib/desk/payout";
import { solve, type Totals } from "@/lib/klarna/payouts-api/equation";
import type { TotalName } from "@/lib/klarna/payouts-api/fields";
import { isLineType } from "@/lib/klarna/payouts-api/kinds";

import type { Sum, Sums } from "./sums";

/** Proves a payout: by which form its totals add up to what is paid out, and whether each total is what its lines come to. Exact to the minor unit. */
export function prove(totals: Totals, settlementType: string | null, sums: Sums): PayoutProof {
  const equation = solve(totals, settlementType);
  const form = equation.kind === "unknown" ? { without: [], invoiced: false } : equation.form;
  return {
    equation: equation.kind === "closed" ? (equation.usual ? "closes" : "otherwise") : equation.kind === "open" ? "differs" : "unknown",
    without: form.without,
    invoiced: form.invoiced,
    gap: equation.kind === "open" ? equation.gap.toString() : "0",
    ...compareLines(totals, sums),
  };
}

/** Totals that have lines of their own, and which. Repayments, deposits and balances have none. */
const ownLines: readonly (readonly [TotalName, (sum: Sum, totals: Totals) => bigint | null])[] = [
  ["sale_amount", amountOf(1n, ["SALE"])],
  ["return_amount", amountOf(-1n, ["RETURN"])],
  // Where Klarna tells commissions that were taken back apart, they are no reversals.
  [
    "reversal_amount",
    (sum, totals) => (isTakenBack(sum) && totals.commission_reversal_amount ? 0n : amountOf(-1n, ["REVERSAL", "REVERSAL_MERCHANT_PROTECTION"])(sum)),
  ],
  ["commission_reversal_amount", (sum, totals) => (isTakenBack(sum) && totals.commission_reversal_amount ? negated(sum.amount) : 0n)],
  ["fee_amount", amountOf(-1n, ["FEE"])],
  ["fee_refund_amount", amountOf(1n, ["FEE_REFUND"])],
  ["fee_correction_amount", amountOf(1n, ["CORRECTION"])],
  ["commission_amount", amountOf(1n, ["COMMISSION"])],
  ["charge_amount", amountOf(-1n, ["CHARGE"])],
  ["credit_amount", amountOf(1n, ["CREDIT"])],
  ["holdback_amount", amountOf(-1n, ["HOLDBACK"])],
  ["release_amount", amountOf(1n, ["RELEASE"])],
  ["tax_amount", (sum) => (sum.type === "FEE_REFUND" ? 0n : -sum.tax) + (sum.type === "TAX" ? -(sum.amount ?? 0n) : 0n)],
  ["tax_refund_amount", (sum) => (sum.type === "FEE_REFUND" ? sum.tax : 0n)],
];

function compareLines(totals: Totals, sums: Sums): Pick<PayoutProof, "lines" | "parts"> {
  let unknown = sums.unreadable > 0 || sums.all.some(({ type, amount }) => !isLineType(type) || amount === null);
  const parts = ownLines.flatMap(([total, share]): readonly ProofPart[] => {
    const shares = sums.all.map((sum) => share(sum, totals));
    if (shares.includes(null)) unknown = true;
    const lines = shares.reduce<bigint>((so, one) => so + (one ?? 0n), 0n);
    const stated = totals[total];
    return lines === 0n && (stated ?? 0n) === 0n ? [] : [{ total, stated: stated?.toString() ?? null, lines: lines.toString() }];
  });
  const agrees = parts.every(({ stated, lines }) => (stated ?? "0") === lines) || taxIsTogether(parts);
  return { lines: unknown ? "unknown" : agrees ? "agree" : "differ", parts };
}

/** Klarna's descriptions differ on whether the VAT of fees that were given back is a total of its own, or taken off the other. */
function taxIsTogether(parts: readonly ProofPart[]): boolean {
  const isTax = ({ total }: ProofPart) => total === "tax_amount" || total === "tax_refund_amount";
  const of = (side: "stated" | "lines") =>
    parts.filter(isTax).reduce((sum, part) => sum + BigInt(part.total === "tax_amount" ? 1 : -1) * BigInt(part[side] ?? "0"), 0n);
  return parts.every((part) => isTax(part) || (part.stated ?? "0") === part.lines) && of("stated") === of("lines");
}

function amountOf(sign: bigint, types: readonly string[]) {
  return ({ type, amount }: Sum): bigint | null => (types.includes(type) ? (amount === null ? null : sign * amount) : 0n);
}

function isTakenBack({ type, detailedType }: Sum): boolean {
  return type === "REVERSAL" && detailedType === "COMMISSION_RETURN";
}

function negated(amount: bigint | null): bigint | null {
  return amount === null ? null : -amount;
}
