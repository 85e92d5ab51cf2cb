import { type Fee, feeOf } from "../catalogue/fee";
import { pricePlans } from "../catalogue/price-plans";
import { categories, pricedId, programs } from "../catalogue/programs";
import type { Random } from "../random";
import { fromOf, type ReportOrder } from "./order";

/** Under which rate a purchase was priced, when, and what it costs: nothing where the plan has no rate for its currency. */
export interface Pricing {
  readonly price_plan_id: string;
  readonly payment_program_id: string;
  readonly merchant_category_code: string;
  readonly at: number;
  readonly fee: Fee | undefined;
}

/** The pricing of a purchase that was made in the days before the report's week. */
export function pricingOf(order: ReportOrder, random: Random): Pricing {
  const at = fromOf(order) - random.between(3_600_000, 5 * 86_400_000);
  const place = {
    price_plan_id: random.pick(pricePlans).price_plan_id,
    payment_program_id: pricedId(random.pick(programs).payment_program_id),
    merchant_category_code: random.pick(categories),
  };
  return { ...place, at, fee: feeOf({ ...place, currency: order.currency, at }) };
}
