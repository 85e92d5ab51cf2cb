import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { compareRates } from "@/lib/klarna/pricing/compare";
import { readRate } from "@/lib/klarna/pricing/rate";

import { planRates } from "./plan-rates";

/** What becomes different between two versions, line by line: the category that each is for, "" for every category. */
export interface PlanChange {
  readonly categories: readonly string[];
  readonly complete: boolean;
}

/** Reads two versions of a price plan wholly, and tells the category of each price that differs, comes or goes. */
export async function priceChange(environment: Environment, plan: string, before: number, version: number): Promise<PlanChange> {
  const [old, next] = await Promise.all([before, version].map((number) => planRates(environment, plan, { version: number }, "interactive")));
  const rows = compareRates((old?.rates ?? []).map(readRate), (next?.rates ?? []).map(readRate));
  return {
    categories: rows.filter(({ differs }) => differs).map(({ holds }) => holds.merchant_category_code ?? ""),
    complete: (old?.complete ?? false) && (next?.complete ?? false),
  };
}
