/** What a line of a payout is of, and which way its money goes: + to the merchant, − from it, ± as the amount itself says. Klarna sends magnitudes. */
const signs = {
  SALE: 1,
  COMMISSION: 1,
  CREDIT: 1,
  RELEASE: 1,
  FEE_REFUND: 1,
  REVERSAL_MERCHANT_PROTECTION: 1,
  FEE: -1,
  RETURN: -1,
  REVERSAL: -1,
  CHARGE: -1,
  HOLDBACK: -1,
  TAX: -1,
  CORRECTION: 0,
} as const;

export const lineTypes = Object.keys(signs) as readonly (keyof typeof signs)[];
export type LineType = keyof typeof signs;

/** Whether a type is one whose sign is known. */
export function isLineType(type: unknown): type is LineType {
  return typeof type === "string" && Object.hasOwn(signs, type);
}

/**
 * A line's amount with its sign: + what the merchant gets. Undefined where nobody can say: of a type that the desk doesn't know only what
 * Klarna itself wrote as negative has a sign.
 */
export function signedAmount(type: unknown, amount: bigint): bigint | undefined {
  if (amount <= 0n) return amount;
  if (!isLineType(type)) return undefined;
  return signs[type] < 0 ? -amount : amount;
}

/** The VAT on a line's fee with its sign: − what the merchant pays with a fee, + what comes back with one. */
export function signedTax(type: unknown, tax: bigint): bigint {
  if (tax <= 0n) return tax;
  return type === "FEE_REFUND" ? tax : -tax;
}

/** What a line is, in plain words; a kind that the desk doesn't know has none. */
export function lineWords(type: string | null, detailed: string | null): string | undefined {
  return words.get(`${type} ${detailed}`) ?? words.get(`${type}`);
}

/** Lines that somebody must act on at once, or that mean that the money is held: by detailed type, and what to do. */
export const alarms: ReadonlyMap<string, string> = new Map([
  ["INSUFFICIENT_BANK_ACCOUNT_DETAILS", "Klarna holds this money because the bank details are wrong or missing: have them corrected at Klarna now."],
  ["UNDER_REVIEW", "Klarna holds this money while it reviews the account."],
  ["PAYMENT_REMINDER", "The balance has been negative for long, and Klarna asks for it to be paid."],
]);

const words: ReadonlyMap<string, string> = new Map([
  ["SALE", "Captured order"],
  ["FEE", "Fee"],
  ["FEE PURCHASE_FEE_FIXED", "Fixed fee of a captured order"],
  ["FEE PURCHASE_FEE_PERCENTAGE", "Percentage fee of a captured order"],
  ["FEE SERVICING_FEE", "Fee for paying by Klarna account"],
  ["FEE EXTEND_DUE_DATE_FEE", "Due date extended"],
  ["FEE EXPIRY_FEE_GROSS", "Due date extended"],
  ["FEE LATE_RETURN_FEE", "Returned after a reminder was sent"],
  ["FEE DISPUTE_FEE", "Dispute fee"],
  ["FEE_REFUND", "Fee given back"],
  ["FEE_REFUND DISPUTE_FEE_REFUND", "Dispute fee given back: the merchant won"],
  ["RETURN", "Refund by the merchant"],
  ["RETURN PAYMENT_DEFAULT", "The customer didn't pay"],
  ["REVERSAL", "Lost dispute or fraud"],
  ["REVERSAL FRAUD_POLICY_CHARGE", "Taken under the fraud policy"],
  ["REVERSAL COMMISSION_RETURN", "Commission taken back"],
  ["REVERSAL_MERCHANT_PROTECTION", "Covered by merchant protection"],
  ["COMMISSION", "Paid by Klarna to the merchant"],
  ["CORRECTION", "Correction by hand, either way"],
  ["CHARGE", "Charge"],
  ["CHARGE CASH_ADVANCE_AMORTISATION", "Loan repaid"],
  ["CHARGE TRANSFER_FROM_LEGACY_INTEGRATION", "Debt brought over from an older integration"],
  ["CHARGE LIABILITY_TRANSFER", "Debt brought over from another merchant id"],
  ["CHARGE PAYMENT_REMINDER", "Negative balance called in"],
  ["CREDIT", "Credit"],
  ["CREDIT CASH_ADVANCE_PAYOUT", "Loan paid out"],
  ["CREDIT CASH_ADVANCE_FEES", "Loan fee"],
  ["CREDIT CORRECTION_DISPUTE", "Refund that was wrongly charged"],
  ["HOLDBACK", "Held back"],
  ["HOLDBACK ROLLING_RESERVE", "Held back as a rolling reserve"],
  ["HOLDBACK UNDER_REVIEW", "Held back while the account is reviewed"],
  ["HOLDBACK INSUFFICIENT_BANK_ACCOUNT_DETAILS", "Held back: the bank details are wrong"],
  ["RELEASE", "Given back from what was held"],
  ["TAX", "Tax"],
]);
