import type { Piece } from "../state/account";
import { pricePlans } from "./price-plans";
import { versionOf } from "./versions";

/** What a capture costs by a price plan: a share in hundredths of a percent, and a fixed part in minor units. */
export interface Fee {
  readonly percentage: number;
  readonly fixed: number;
}

/** Under which rate a purchase falls. */
export interface Priced {
  readonly price_plan_id: string;
  readonly merchant_category_code: string;
  readonly currency: string;
  /** As prices name it. */
  readonly payment_program_id: string;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** What Klarna takes for a capture by the version of the plan that was in force; undefined where the plan has no such rate. */
export function feeOf({ price_plan_id, merchant_category_code, currency, payment_program_id, at }: Priced): Fee | undefined {
  const plan = pricePlans.find((one) => one.price_plan_id === price_plan_id);
  const version = plan && versionOf(plan.versions, {}, at);
  const known = version && `${price_plan_id} ${version.version}`;
  if (!version || known === undefined) return undefined;
  const fees = made.get(known) ?? byPlace(version.rates());
  made.set(known, fees);
  return fees.get([merchant_category_code, currency, payment_program_id].join(" "));
}

const made = new Map<string, ReadonlyMap<string, Fee>>();

/** Every country with the same currency has the same rate. */
function byPlace(rates: readonly Piece[]): ReadonlyMap<string, Fee> {
  return new Map(
    rates.map(({ merchant_category_code, currency, payment_program_id, buy_rate }) => {
      const { percentage, fixed_amount } = buy_rate as Piece;
      return [[merchant_category_code, currency, payment_program_id].join(" "), { percentage: Number(percentage), fixed: Number(fixed_amount) }];
    }),
  );
}
