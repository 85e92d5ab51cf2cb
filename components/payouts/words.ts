import type { Tone } from "@/components/ui/tone";
import type { PayoutProof, PayoutRow, SyncFault, SyncKind } from "@/lib/desk/payout";
import type { TotalName } from "@/lib/klarna/payouts-api/fields";

interface Verdict {
  readonly tone: Tone;
  readonly label: string;
  readonly hint: string;
}

/** Whether a payout adds up, in a word and a sentence. What isn't proved is never called right. */
export function verdictOf({ proof, lines_due, gone }: Pick<PayoutRow, "proof" | "lines_due" | "gone">): Verdict {
  if (gone) return { tone: "off", label: "Gone", hint: "Klarna's list has this payout no longer. What the desk read of it stays." };
  if (!proof || lines_due)
    return { tone: "waiting", label: "Lines due", hint: "Its lines are new or have changed, and are still to be read. Then it is proved." };
  return proved(proof);
}

function proved({ equation, lines }: PayoutProof): Verdict {
  if (equation === "differs")
    return { tone: "wrong", label: "Doesn't add up", hint: "What is paid out isn't what its totals come to. The page says by how much." };
  if (lines === "differ") return { tone: "wrong", label: "Lines differ", hint: "A total isn't what its lines come to. The page says which." };
  if (equation === "unknown" || lines === "unknown")
    return { tone: "waiting", label: "Can't be proved", hint: "Amounts are missing, or there are lines of a kind whose direction the desk doesn't know." };
  if (equation === "otherwise")
    return { tone: "waiting", label: "Adds up otherwise", hint: "It adds up, but by another form than its kind of settlement should. The page says which." };
  return { tone: "good", label: "Adds up", hint: "Its totals come to what is paid out, and its lines to each total, to the last digit." };
}

/** What a kind of settlement means. */
export function settlementWords(type: string | null): { readonly label: string; readonly hint: string } {
  return (
    known.get(type ?? "") ?? {
      label: type ?? "No kind",
      hint: "A kind of settlement that the desk doesn't know. It is proved like NET, and shown as Klarna sent it.",
    }
  );
}

const known: ReadonlyMap<string, { readonly label: string; readonly hint: string }> = new Map([
  ["NET", { label: "NET", hint: "Klarna takes its fees and their VAT out of the payout." }],
  ["GROSS", { label: "GROSS", hint: "Fees and their VAT are invoiced apart, so they don't lower the payout." }],
  ["GROSS_FEE", { label: "GROSS_FEE", hint: "The record of an invoice for fees: what the merchant pays, not what it gets." }],
]);

/** What a total of a payout is called. */
export const totalWords: Readonly<Record<TotalName, string>> = {
  sale_amount: "Sales",
  return_amount: "Refunds",
  reversal_amount: "Reversals: disputes and fraud",
  fee_amount: "Fees",
  tax_amount: "VAT on fees",
  fee_correction_amount: "Corrections",
  fee_refund_amount: "Fees given back",
  tax_refund_amount: "VAT given back",
  commission_amount: "Commission",
  commission_reversal_amount: "Commission taken back",
  charge_amount: "Charges",
  credit_amount: "Credits",
  holdback_amount: "Held back as a reserve",
  release_amount: "Reserve given back",
  repay_amount: "Debt paid off",
  deposit_amount: "Negative result moved to the debt",
  opening_debt_balance_amount: "Debt before",
  closing_debt_balance_amount: "Debt after",
  settlement_amount: "Paid out",
};

export const syncKinds: Readonly<Record<SyncKind, string>> = { full: "Everything", incremental: "What is new", deep: "Everything, weekly" };

/** Why a reading stopped, or waits, and what to do. */
export function stoppedWords(code: string): string {
  return stops.get(code) ?? `It stopped (${code}). Nothing that was read is lost: go on, or tell whoever runs the desk.`;
}

const stops: ReadonlyMap<string, string> = new Map([
  ["NOT_ALLOWED", "Who began this may not do so any more. Go on in your own name, or give it up."],
  ["KLARNA_REFUSED_KEY", "Klarna doesn't take the connection's credential. An admin can test it and enter a new one; the desk tries again once a day."],
  ["KLARNA_BLOCKED", "The connection's credential may not read settlements. At Klarna, give it read access to the Settlements API."],
  ["KLARNA_UNREACHABLE", "Klarna can't be reached. The desk goes on by itself when it can."],
  ["NO_ANSWER", "Klarna didn't answer. The desk goes on by itself."],
  ["UNREADABLE_ANSWER", "Klarna's answer couldn't be read: it isn't what its Settlements API gives. The desk tries again by itself."],
  ["NO_SUCH_CONNECTION", "The connection was removed meanwhile. What was read stays."],
]);

/** What a reading came upon, as a sentence. */
export function faultWords({ code, about }: SyncFault): string {
  const words: Readonly<Record<string, string>> = {
    "payout-without-reference": `A payout without a payment reference (${about}) can't be kept: nothing would tell it from others.`,
    "reference-of-another": `${about} came for another merchant than the payout that the desk knows under this reference, which stays as it is.`,
    "lines-missing": `Not all lines could be read: ${about}. They are due at the next reading.`,
    "payouts-missing": `Klarna gave fewer payouts than it counted, from ${about}.`,
    "list-loops": `Klarna's list led back to where it had been (${about}), so it was left there.`,
    "pending-unread": `What is in no payout yet couldn't be looked through to its end: ${about}. What was known of it before stays, until all payouts are read again.`,
    "summary-differs": `Klarna's own sums of ${about} are others than those of its payouts.`,
    "payout-gone": `${about} is no longer in Klarna's list. What was read of it stays.`,
  };
  return words[code] ?? `${code}: ${about}`;
}
