import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import type { ProductOperation } from "@/lib/klarna/product-change";

import { query } from "../db/client";

interface LastChange {
  readonly name: string;
  readonly by: string;
}

/** The latest change of this kind that Klarna has done for one of an account's products because somebody here asked for it. */
export async function lastChange(
  environment: Environment,
  account_id: string,
  product_id: string,
  operation: ProductOperation,
): Promise<LastChange | undefined> {
  const kinds = operation === "paymentProducts.update" ? [operation] : switches;
  const [row] = await query<LastChange>(
    `SELECT o.name, p.name AS by FROM operations o JOIN people p ON p.id = o.person_id
     WHERE o.environment = $1 AND o.account_id = $2 AND o.name = ANY($3) AND o.state = 'confirmed' AND coalesce(o.params->>'product_id', 'default') IN ($4, 'default')
     ORDER BY o.settled_at DESC LIMIT 1`,
    [environment, account_id, kinds, product_id],
  );
  return row;
}

/** What switches a product off or on, by every way that there is. */
export const switches: readonly string[] = ["paymentProducts.disable", "paymentProducts.disableOnly", "paymentProducts.enable", "paymentProducts.enableOnly"];
