import { merchantCategoryCodes } from "./merchant-category-codes";
import { checked } from "./text";

/** A merchant category code: one of the 909 that Klarna takes. What Klarna sends may be another one (its own sample report has 5412). */
export function merchantCategoryCode() {
  return checked((value) => (known.has(value) ? undefined : "Klarna doesn't take this merchant category code: choose another"));
}

const known: ReadonlySet<string> = new Set(merchantCategoryCodes);
