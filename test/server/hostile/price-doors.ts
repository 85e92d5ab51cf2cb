import { GET as rates } from "@/app/api/desk/prices/rates/route";
import { GET as touched } from "@/app/api/desk/prices/touched/route";

const environment = "test";
const everyone = ["admin", "operations", "support", "finance", "auditor"] as const;
const plan = "krn:partner:global:pricing:payments:price-plan:171080e7-2637-4675-a224-ec032723ebdf";

/** The doors of prices: who may open each, and what it takes. */
export const priceDoors = {
  "prices.rates": { method: "GET", open: rates, roles: everyone, takes: { environment, price_plan_id: plan, version: 1, currency: "SEK" } },
  "prices.touched": { method: "GET", open: touched, roles: everyone, takes: { environment, kind: "price", plan, before: 1, version: 2 } },
} as const;
