import "server-only";
import type { ProductSeen } from "@/lib/desk/product";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import { ProblemError } from "@/lib/klarna/problem";
import { type AccountFacts, callFor, type ProductAct, type ProductOrder, whyNot } from "@/lib/klarna/product-change";

import { read } from "../operations/read";
import { lastChange } from "./last-change";

/** A product as Klarna has it at this moment, and the account around it. */
export interface FreshProduct {
  readonly account: AccountFacts;
  readonly product: ProductSeen;
  /** How many products the account has. */
  readonly products: readonly unknown[];
}

/** Which product of which merchant. */
export interface ProductPlace {
  readonly environment: Environment;
  readonly account_id: string;
  readonly product_id: string;
}

/** Reads an account and one of its products from Klarna. Throws 404 when Klarna doesn't list it. */
export async function freshProduct({ environment, account_id, product_id }: ProductPlace): Promise<FreshProduct> {
  const { output } = await read({ environment, operation: accounts.get, params: { account_id }, query: { expand: ["products"] } }, "interactive");
  const { state, products } = output as OutputOf<typeof accounts.get>;
  const list = Array.isArray(products) ? products : [];
  const found = list.find((product) => product.product_id === product_id);
  if (!found)
    throw new ProblemError({
      status: 404,
      code: "NO_SUCH_PRODUCT",
      message: "Klarna doesn't list this product of the merchant any more. Nothing was sent; what is there is shown now.",
    });
  return { account: { state }, product: seenOf(found), products: list };
}

/** Throws 409 when Klarna wouldn't do it, or when the product isn't as it was when the person chose. */
export async function requireAsSeen(place: ProductPlace, order: ProductOrder, seen: ProductSeen, { account, product }: FreshProduct): Promise<void> {
  const reason = whyNot(order, account, product);
  if (reason) throw new ProblemError({ status: 409, code: "NOT_POSSIBLE_NOW", message: `${reason} Nothing was sent.${await whoWas(place, order)}` });
  // A page leaves the space around words away.
  if (decisive[order.act].every((field) => (seen[field] ?? "").trim() === (product[field] ?? "").trim())) return;
  throw new ProblemError({
    status: 409,
    code: "CHANGED_MEANWHILE",
    message: `It isn't as you saw it any more, and nothing was sent.${await whoWas(place, order)} Look at what stands now; what you have typed is kept.`,
  });
}

/** Whom to talk to, where it was somebody here. */
async function whoWas({ environment, account_id, product_id }: ProductPlace, order: ProductOrder): Promise<string> {
  const last = await lastChange(environment, account_id, product_id, callFor(order).operation);
  return last ? ` The last here who asked for such a change was ${last.by}.` : "";
}

/** What somebody must have seen as it is to decide on it. */
const decisive: Readonly<Record<ProductAct, readonly (keyof ProductSeen)[]>> = {
  suspend: ["state"],
  reactivate: ["state", "state_reason", "reason_details"],
  "change-category": ["merchant_category_code"],
};

function seenOf({ state, state_reason, merchant_category_code, state_context }: Partial<Record<string, unknown>>): ProductSeen {
  const details = (state_context as { readonly reason_details?: unknown } | null | undefined)?.reason_details;
  return {
    ...text("state", state),
    ...text("state_reason", state_reason),
    ...text("merchant_category_code", merchant_category_code),
    ...text("reason_details", details),
  };
}

function text(name: keyof ProductSeen, value: unknown): ProductSeen {
  return typeof value === "string" ? { [name]: value } : {};
}
