import { inWords } from "@/lib/klarna/plain-words";
import type { ProductAct, SuspensionReason } from "@/lib/klarna/product-change";

/** Why a product is suspended, as a choice. */
export const reasonChoices: Readonly<Record<SuspensionReason, string>> = {
  FRAUD: "Fraud, or signs of it",
  VOLUNTARY: "Voluntary: the merchant's or our wish",
};

/** A product's reason in a word or two, ours and Klarna's: "Fraud", "Non compliant". */
export function reasonInWords(reason: string | null | undefined): string | undefined {
  return reason ? inWords(reason.replace(/_BY_PARTNER$/, "")) : undefined;
}

/** A product as one speaks of it: "Klarna payments". */
export function spokenOf(type: string | undefined): string {
  return type === undefined || type === "PAYMENT" ? "Klarna payments" : `the product “${inWords(type)}”`;
}

/** What is done, on a button. */
export const actVerbs: Readonly<Record<ProductAct, string>> = { suspend: "Suspend", reactivate: "Reactivate", "change-category": "Change category" };

/** What is done, to go on after "can". */
export const actMeanings: Readonly<Record<ProductAct, string>> = {
  suspend: "suspend products",
  reactivate: "reactivate products",
  "change-category": "change a product's category",
};

/** What somebody asked for, to go on after their name. */
export const actAsked: Readonly<Record<ProductAct, string>> = {
  suspend: "asked to suspend it",
  reactivate: "asked to reactivate it",
  "change-category": "asked to change its category",
};
