import type { NamedPlanRates } from "@/lib/desk/pricing";
import { categoryNames } from "@/lib/server/categories/name";
import { serveDesk } from "@/lib/server/desk";
import { planRates } from "@/lib/server/pricing/plan-rates";
import { ratesInput } from "@/lib/server/pricing/rates-input";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "prices.rates",
    permission: "pricing:read",
    input: ratesInput,
    answer: async ({ environment, price_plan_id, ...asked }): Promise<NamedPlanRates> => {
      const answer = await planRates(environment, price_plan_id, asked, "interactive");
      const codes = answer.rates.map((rate) => (rate as { readonly merchant_category_code?: unknown } | null)?.merchant_category_code);
      return { ...answer, categories: categoryNames([asked.merchant_category_code, ...codes.map((code) => (typeof code === "string" ? code : undefined))]) };
    },
  });
}
