import { krn, type Piece } from "../state/account";
import { namedUuid } from "./named-id";
import { categories, markets, pricedId, programs } from "./programs";
import { once, versionDates } from "./versions";

/** A version of a price plan with its rates, made when they're first read. */
export interface Version extends Piece {
  readonly version: number;
  readonly effective_from: string;
  readonly effective_to: string | null;
  readonly comment: string;
  readonly rates: () => readonly Piece[];
}

/** A price plan with its past, present and future. */
export interface PricePlan extends Piece {
  readonly price_plan_id: string;
  readonly versions: readonly Version[];
}

const comments = ["First agreement", "Lower variable fees for food and pharmacies", "Yearly adjustment"];

/** Klarna's prices for this partner, the dearest first. */
export const pricePlans: readonly PricePlan[] = [
  pricePlan("Standard 2.0", "For merchants up to 1 million a year.", 149),
  pricePlan("High volume", "For merchants above 1 million a year.", 119),
  pricePlan("Travel and hospitality", "For hotels, restaurants and services with late delivery.", 189),
];

function pricePlan(name: string, description: string, percentage: number): PricePlan {
  const versions = versionDates.map((dates, index) => ({
    ...dates,
    comment: comments[index] ?? "",
    rates: once(() => ratesOf(percentage + (1 - index) * 10)),
  }));
  return { price_plan_id: krn.pricePlan(namedUuid(name)), name, description, versions };
}

/** Percentages in minor units (1.49 % = 149), fixed parts in minor units of the currency. */
function ratesOf(percentage: number): readonly Piece[] {
  return categories.flatMap((merchant_category_code, category) =>
    Object.entries(markets).flatMap(([country, currency]) =>
      programs.map(({ payment_program_id }, program) => {
        const buy = percentage + program * 30 - (category % 4) * 5;
        const fixed_amount = currency === "EUR" || currency === "GBP" ? 25 : 250;
        const rate = { buy_rate: { percentage: buy, fixed_amount }, sell_rate: { percentage: buy + 60, fixed_amount: fixed_amount + 10 } };
        return { merchant_category_code, country, currency, payment_program_id: pricedId(payment_program_id), ...rate };
      }),
    ),
  );
}
