import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { compareRates } from "@/lib/klarna/pricing/compare";
import { readRate } from "@/lib/klarna/pricing/rate";

import { planRates } from "./plan-rates";

/** Reads two versions of a price plan wholly, and tells the category of each price that differs, comes or goes; "" for every category. */
export async function priceChange(environment: Environment, plan: string, before: number, version: number): Promise<readonly string[]> {
  const [old, next] = await Promise.all([before, version].map((number) => planRates(environment, plan, { version: number }, "interactive")));
  const rows = compareRates((old?.rates ?? []).map(readRate), (next?.rates ?? []).map(readRate));
  return rows.filter(({ differs }) => differs).map(({ holds }) => holds.merchant_category_code ?? "");
}
