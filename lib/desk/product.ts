import type { ProductAct } from "@/lib/klarna/product-change";

import type { OperationEntry } from "./timeline";

/** A change of a payment product that somebody asked of Klarna here, and what became of it. */
export interface ProductChange extends OperationEntry {
  readonly act: ProductAct;
  /** As Klarna was asked: its id, or `default` for an account's only one. */
  readonly product_id: string;
  /** Of a suspension, the reason's code. */
  readonly reason: string | null;
  /** The number that another system knows the matter by. */
  readonly ticket: string | null;
}

/** A product as somebody saw it when they chose: what has changed since is never overwritten unseen. */
export interface ProductSeen {
  readonly state?: string | undefined;
  readonly state_reason?: string | undefined;
  readonly merchant_category_code?: string | undefined;
  /** The words with which it was disabled. */
  readonly reason_details?: string | undefined;
}

/** An enablement of a payment program, held against another category. */
export interface EnablementFit {
  readonly payment_program_enablement_id: string;
  readonly program: string;
  readonly countries: readonly string[];
  readonly effective_from: string | null;
  readonly effective_to: string | null;
  readonly fits: "yes" | "partly" | "no" | "unknown";
  /** Why it doesn't, or can't be told; empty where it fits. */
  readonly because: string;
}

/** What a change of category would touch: the enablements that haven't ended. */
export interface CategoryFit {
  readonly code: string;
  readonly enablements: readonly EnablementFit[];
}
