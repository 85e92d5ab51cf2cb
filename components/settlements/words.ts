import type { StateBadgeProps } from "@/components/ui/badge";
import type { ChainState, ReportState, SettlementItem, SettlementVerdict } from "@/lib/desk/settlement";

/** What the verdict on a settlement is called, and what it means. */
export function verdictBadge({ verdict, report }: Pick<SettlementItem, "verdict" | "report">): StateBadgeProps {
  if (verdict === "unknown") return notLoaded[report];
  return verdicts[verdict];
}

const verdicts: Readonly<Record<Exclude<SettlementVerdict, "unknown">, StateBadgeProps>> = {
  "adds-up": {
    tone: "good",
    label: "Adds up",
    hint: "Its parts come to its amount, its transactions come to its parts, and no debt is known to have changed on the way.",
  },
  differs: {
    tone: "wrong",
    label: "Differs",
    hint: "Something doesn't come to what it should, or a debt isn't what it was. Open it to see what, and by how much.",
  },
  accepted: {
    tone: "waiting",
    label: "Accepted",
    hint: "It doesn't add up, and somebody in finance has accepted that with a reason, which stands on its page.",
  },
};

const notLoaded: Readonly<Record<ReportState, StateBadgeProps>> = {
  wanted: { tone: "off", label: "To be loaded", hint: "The desk reads its report from Klarna as soon as it can. Until then nobody knows whether it adds up." },
  loading: { tone: "waiting", label: "Loading", hint: "Its report is being read. Nothing of it counts before all of it is there." },
  refused: { tone: "wrong", label: "Not readable", hint: "Its report came and wasn't one that can be trusted. Open it to see where and why." },
  none: { tone: "off", label: "Not loaded", hint: "The desk has not read its report. Open it and load it to see whether it adds up." },
  ready: { tone: "off", label: "Not loaded", hint: "The desk has not read its report. Open it and load it to see whether it adds up." },
};

/** A part of a settlement in plain words. An unknown one by its name. */
export function partWords(part: string): string {
  return parts[part] ?? part.replace(/_amount$/, "").replaceAll("_", " ");
}

const parts: Readonly<Record<string, string>> = {
  capture_amount: "Captures",
  refund_amount: "Refunds",
  payment_fixed_fee_amount: "Fixed fees",
  payment_variable_fee_amount: "Variable fees",
  dispute_fee_amount: "Dispute fees",
  fee_correction_amount: "Corrected fees",
  vat_amount: "VAT on fees",
  chargeback_amount: "Chargebacks",
  correction_chargeback_amount: "Corrected chargebacks",
  holdback_amount: "Held back",
  release_amount: "Released",
  deposit_amount: "Moved to debt",
  repay_amount: "Debt repaid",
  other_amount: "Kinds without a part",
};

/** A kind of transaction in plain words; Klarna's own where nobody has any. */
export function kindWords(type: string, detailedType: string): string {
  return (
    kinds[`${type}/${detailedType}`] ?? (detailedType === "" || detailedType === type ? plain(type) : `${plain(type)}: ${plain(detailedType).toLowerCase()}`)
  );
}

const kinds: Readonly<Record<string, string>> = {
  "SALE/CAPTURE": "Capture",
  "FEE/PAYMENT_FIXED_FEE": "Fixed fee",
  "FEE/PAYMENT_VARIABLE_FEE": "Variable fee",
  "FEE/DISPUTE_FEE": "Dispute fee",
  "REFUND/REFUND": "Refund",
  "CHARGEBACK/CHARGEBACK": "Chargeback",
  "CHARGEBACK/CUSTOMER_PAYMENT_DEFAULT": "Customer didn't pay",
  "FEE_CORRECTION/CORRECTION_PAYMENT_VARIABLE_FEE": "Variable fee corrected",
};

function plain(name: string): string {
  const text = name.replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the debt says, in a sentence. */
export const chainWords: Readonly<Record<ChainState, string>> = {
  holds: "The debt at its beginning is what it was at the end of the one before.",
  broken: "The debt at its beginning isn't what it was at the end of the one before.",
  unknown: "Nothing can be said: what the settlement just before it left isn't known here.",
};

/** How the desk came to know of it. */
export const sourceWords = { announced: "Announced by Klarna", "looked-up": "Looked up", imported: "Brought in as a file" } as const;
