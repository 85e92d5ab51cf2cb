import "server-only";
import type { ProductFacts, ProductOrder } from "@/lib/klarna/product-change";

import type { ChangedField } from "../operations/record";

/** What an order changes of a product, for the audit log: in Klarna's codes, never what somebody wrote. */
export function changedBy(order: ProductOrder, before: ProductFacts): readonly ChangedField[] {
  switch (order.act) {
    case "suspend":
      return [{ field: "reason", before: null, after: order.reason }];
    case "reactivate":
      return [{ field: "reason", before: before.state_reason ?? null, after: null }];
    case "change-category":
      return [{ field: "merchant_category_code", before: before.merchant_category_code ?? null, after: order.code }];
  }
}
