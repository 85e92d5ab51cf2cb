import { useState } from "react";

import type { ProductAct, SuspensionReason } from "@/lib/klarna/product-change";

/** What somebody is about to ask for a product. */
export interface UnsentOrder {
  /** The name of the change: however often it is sent, it is one. */
  readonly attempt: string;
  readonly reason: SuspensionReason | "";
  readonly details: string;
  readonly code: string;
  readonly ticket: string;
}

// What is typed in this tab, so that a look elsewhere, a refusal or a closed dialog loses nothing. In memory only: it may say something about people.
const unsent = new Map<string, UnsentOrder>();

/** Which product of which merchant, and what of it. */
export interface OrderPlace {
  readonly environment: string;
  readonly accountId: string;
  readonly productId: string;
  readonly act: ProductAct;
}

/** What is typed for a change of a product: kept while the page is open, until it is done. */
export function useUnsentOrder({ environment, accountId, productId, act }: OrderPlace) {
  const key = [environment, accountId, productId, act].join(" ");
  const [order, setOrder] = useState(() => unsent.get(key) ?? begun());
  const keep = (next: UnsentOrder) => {
    unsent.set(key, next);
    setOrder(next);
  };
  return {
    order,
    write: (written: Partial<Omit<UnsentOrder, "attempt">>) => keep({ ...order, ...written }),
    /** It was sent and may have been done: what is asked for next is another change. */
    renew: () => keep({ ...order, attempt: crypto.randomUUID() }),
    /** It is done. */
    forget: () => void unsent.delete(key),
  };
}

function begun(): UnsentOrder {
  return { attempt: crypto.randomUUID(), reason: "", details: "", code: "", ticket: "" };
}
