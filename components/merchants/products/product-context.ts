import type { DirectoryProduct } from "@/lib/desk/merchant";
import { inWords } from "@/lib/klarna/plain-words";

import { list, record, text } from "../as-sent";

/** What Klarna says of a product beyond what the directory keeps. */
export interface LiveProduct {
  /** The words with which it was disabled. */
  readonly details: string | undefined;
  /** Whatever else Klarna says about its state, as label and value. */
  readonly context: readonly { readonly term: string; readonly value: string }[];
}

/** A product in the account as Klarna has it; undefined while it isn't read, or while the directory knows of another state already. */
export function liveProduct(account: unknown, { product_id, state, state_reason }: DirectoryProduct): LiveProduct | undefined {
  const found = list(record(account).products)
    .map(record)
    .find((product) => product.product_id === product_id);
  if (!found || text(found.state) !== state || text(found.state_reason) !== (state_reason || undefined)) return undefined;
  const { reason_details, ...others } = record(found.state_context);
  const context = Object.entries(others).flatMap(([name, value]) => {
    const shown = text(value) ?? (value === null || value === undefined || typeof value === "string" ? undefined : JSON.stringify(value));
    return shown ? [{ term: inWords(name.toUpperCase()), value: shown }] : [];
  });
  return { details: text(reason_details), context };
}
