import "server-only";
import type { DirectoryProduct } from "@/lib/desk/merchant";
import type { RunAct } from "@/lib/desk/run";
import { whyNot } from "@/lib/klarna/product-change";

/** A merchant as far as it is known. */
export interface Known {
  readonly state: string | null;
  readonly missing_since: string | null;
  readonly products: readonly DirectoryProduct[] | null;
}

/** As much of an order as decides for whom it can be done. */
export interface Weighable {
  readonly act: RunAct;
  readonly code?: string | undefined;
}

/** What an order comes to for one merchant, by what is known of it. */
export interface Weighed {
  /** The products that it would change. */
  readonly products: readonly DirectoryProduct[];
  /** Why there is none to change; undefined where there is, and for what isn't about products. */
  readonly why: string | undefined;
  /** Whether nobody can tell before the merchant was read from Klarna. */
  readonly unread: boolean;
}

/** Weighs what an order would do to a merchant. Nothing is sent. */
export function weigh(order: Weighable, merchant: Known): Weighed {
  const { act } = order;
  if (act === "tag") return { products: [], why: undefined, unread: false };
  const { products, state, missing_since } = merchant;
  if (!missing_since && (state === null || products === null)) return { products: [], why: undefined, unread: true };
  const code = order.code === undefined ? {} : { code: order.code };
  const whys = (products ?? []).map((product) => whyNot({ act, ...code }, merchant, product));
  const doable = (products ?? []).filter((_, at) => whys[at] === undefined);
  if (doable.length > 0) return { products: doable, why: undefined, unread: false };
  return {
    products: [],
    why: whys[0] ?? whyNot({ act }, merchant, { state: "ENABLED" }) ?? "Klarna knows no product of this merchant.",
    unread: false,
  };
}
