import { disabledBy } from "./product-words";

/** What a partner can do with a merchant's payment product. */
export const productActs = ["suspend", "reactivate", "change-category"] as const;
export type ProductAct = (typeof productActs)[number];

/** Why a partner may suspend a product: Klarna knows these two. */
export const suspensionReasons = ["FRAUD", "VOLUNTARY"] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

/** What is asked of Klarna for one product. */
export type ProductOrder =
  | { readonly act: "suspend"; readonly reason: SuspensionReason; readonly details: string }
  | { readonly act: "reactivate" }
  | { readonly act: "change-category"; readonly code: string };

/** An account as far as it is known; `missing_since` when Klarna no longer knows it. */
export interface AccountFacts {
  readonly state?: string | null | undefined;
  readonly missing_since?: string | null | undefined;
}

/** A product as far as it is known. */
export interface ProductFacts {
  readonly state?: string | null | undefined;
  readonly state_reason?: string | null | undefined;
  readonly merchant_category_code?: string | null | undefined;
}

/** Why something can't be done with an account's product now, as a sentence that says what to do; undefined when it may be tried. Klarna has the last word. */
export function whyNot(asked: { readonly act: ProductAct; readonly code?: string }, account: AccountFacts, product: ProductFacts): string | undefined {
  return becauseOfAccount(account) ?? becauseOfState(asked.act, product) ?? becauseOfCategory(asked.code, product);
}

/** The operation by which Klarna is asked, by name, and exactly what is sent. */
export function callFor(order: ProductOrder): { readonly operation: ProductOperation; readonly body: object | undefined } {
  switch (order.act) {
    case "suspend":
      return { operation: "paymentProducts.disable", body: { reason: order.reason, reason_details: order.details } };
    case "reactivate":
      return { operation: "paymentProducts.enable", body: undefined };
    case "change-category":
      return { operation: "paymentProducts.update", body: { merchant_category_code: order.code } };
  }
}

export type ProductOperation = "paymentProducts.disable" | "paymentProducts.enable" | "paymentProducts.update";

/** The name of an account's only product in an address of Klarna's. */
export const onlyProduct = "default";

/** How a product is named in an address of Klarna's: an account's only one is its default. */
export function productParam(products: readonly unknown[], productId: string): string {
  return products.length === 1 ? onlyProduct : productId;
}

function becauseOfAccount({ state, missing_since }: AccountFacts): string | undefined {
  if (missing_since) return "Klarna no longer knows this account, so nothing of it can be changed.";
  if (state === "PARTIALLY_OPERATIONAL")
    return "Klarna is setting the account up and takes no change of its products meanwhile. It mostly takes seconds: try again once it is operational.";
  if (state === "DISABLED")
    return "Klarna has disabled the whole account, and its products with it. Only Klarna can change that: contact Klarna with the account id.";
  return state ? undefined : "The desk hasn't read this merchant from Klarna yet. Read it first.";
}

function becauseOfState(act: ProductAct, { state, state_reason }: ProductFacts): string | undefined {
  switch (state) {
    case "ENABLED":
      return act === "reactivate" ? "It is enabled already." : undefined;
    case "DISABLED":
      return act === "change-category" ? undefined : disabled[act][disabledBy(state_reason)];
    case "TERMINATED":
      return terminated[act];
    default:
      return state
        ? `Klarna calls its state ${state}, which this desk doesn't know. Ask Klarna what can be done with it.`
        : "Its state hasn't been read from Klarna yet. Read the merchant first.";
  }
}

function becauseOfCategory(code: string | undefined, { merchant_category_code }: ProductFacts): string | undefined {
  return code !== undefined && code === merchant_category_code ? `It has the category ${code} already.` : undefined;
}

const disabled = {
  suspend: {
    "your-team": "It is suspended already, by your team.",
    klarna: "Klarna has disabled it already, so there is nothing to suspend.",
    unknown: "It is disabled already, so there is nothing to suspend.",
  },
  reactivate: {
    "your-team": undefined,
    klarna: "Klarna disabled it, so only Klarna can enable it again: contact Klarna with the product id.",
    // Klarna refuses it if it was Klarna.
    unknown: undefined,
  },
} as const;

const terminated: Record<ProductAct, string> = {
  suspend: "Klarna has ended it, so there is nothing to suspend.",
  reactivate: "Klarna has ended it, and only Klarna can re-activate it: contact Klarna with the product id.",
  "change-category": "Klarna has ended it, so its category can't be changed.",
};
