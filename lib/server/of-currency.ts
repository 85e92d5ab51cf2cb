import "server-only";
import { noCurrency } from "@/lib/desk/filter-words";

import type { Values } from "./db/values";

/** SQL for whether a column holds the currency that a filter names, or none where it names that. */
export function ofCurrency(column: string, currency: string, values: Values): string {
  return currency === noCurrency ? `${column} IS NULL` : `${column} = ${values.add(currency)}`;
}
