import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useSubmit } from "@/components/operation/use-submit";
import type { DirectoryProduct } from "@/lib/desk/merchant";
import { ProblemError } from "@/lib/klarna/problem";
import type { ProductAct } from "@/lib/klarna/product-change";
import { send } from "@/lib/query/send";

import { useMerchantHere } from "../merchant-context";
import { useUnsentOrder } from "./unsent-orders";

export interface OrderProps {
  /** As it was when the question was opened: what is decided on mustn't change under whoever reads it, nor is another one changed than was seen. */
  readonly product: DirectoryProduct & { readonly product_id: string };
  /** As it is by now. */
  readonly now: DirectoryProduct;
  /** The words with which it was disabled, as far as they were read. */
  readonly details: string | undefined;
  readonly onClose: () => void;
}

/** Asks for a change of a product. What is typed stays until it is done; what may have been done is said to be unknown, and isn't sent again from here. */
export function useSendOrder(act: ProductAct, { product, details, onClose }: OrderProps) {
  const { merchant, refresh } = useMerchantHere();
  const { environment, account_id } = merchant;
  const client = useQueryClient();
  const unsent = useUnsentOrder({ environment, accountId: account_id, productId: product.product_id, act });
  const [unclear, setUnclear] = useState<string>();
  const path = `merchants/${encodeURIComponent(account_id)}/products`;

  const { problem, busy, submit } = useSubmit(async () => {
    const { attempt, ticket, reason, details: reason_details, code } = unsent.order;
    const { state, state_reason, merchant_category_code } = product;
    const seen = { state, state_reason, merchant_category_code, reason_details: details };
    const own = { suspend: { reason, reason_details }, reactivate: {}, "change-category": { code } }[act];
    try {
      await send(`/api/desk/${path}/${doors[act]}`, { method: "POST", body: { environment, product_id: product.product_id, attempt, seen, ticket, ...own } });
      unsent.forget();
      onClose();
    } catch (error) {
      const refused = ProblemError.of(error).problem;
      if (!refused.unclear) throw error;
      unsent.renew();
      setUnclear(refused.message);
    } finally {
      // Whatever came of it, what stands now is shown.
      refresh();
      await client.invalidateQueries({ queryKey: ["merchants", path] });
    }
  });
  return { ...unsent, problem, busy, submit, unclear };
}

const doors: Readonly<Record<ProductAct, string>> = { suspend: "suspend", reactivate: "reactivate", "change-category": "category" };
