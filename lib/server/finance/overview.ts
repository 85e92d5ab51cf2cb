import "server-only";
import type { FinanceOverview, FinancePeriod } from "@/lib/desk/finance";
import type { Environment } from "@/lib/klarna/environment";

import { knownMoney, openMoney } from "./open";
import { payoutWeeks, settlementWeeks } from "./weeks";

/** What the page for finance shows: by week and currency, never added across currencies, and what stands open. */
export async function financeOverview(environment: Environment, period: FinancePeriod): Promise<FinanceOverview> {
  const [settlements, payouts, open, known] = await Promise.all([
    settlementWeeks(environment, period),
    payoutWeeks(environment, period),
    openMoney(environment),
    knownMoney(environment),
  ]);
  return { period, settlements, payouts, open, known };
}
