import { serveDesk } from "@/lib/server/desk";
import { planRates } from "@/lib/server/pricing/plan-rates";
import { ratesInput } from "@/lib/server/pricing/rates-input";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "prices.rates",
    permission: "pricing:read",
    input: ratesInput,
    answer: ({ environment, price_plan_id, ...asked }) => planRates(environment, price_plan_id, asked, "interactive"),
  });
}
