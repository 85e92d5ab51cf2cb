import type { PlanMatrix } from "@/lib/klarna/plan-matrix";
import { type Chosen, choosePrice, isListed } from "@/lib/klarna/pricing/choose";
import { priceChange } from "@/lib/klarna/pricing/price-words";
import { lastPart, type Rate, type RateFor } from "@/lib/klarna/pricing/rate";

/** A program that exists somewhere: how it gets to a merchant, and what it costs there. */
export interface Offer {
  readonly id: string;
  readonly type: string;
  readonly price: Chosen;
}

/** A program as it is now and as it was before the change; undefined where it isn't or wasn't there. */
export interface OfferRow {
  readonly id: string;
  readonly now: Offer | undefined;
  readonly before: Offer | undefined;
  /** What became different, in words; "" for nothing. */
  readonly change: string;
}

/** The programs that a plan has at a place, each with its price. A category that Klarna doesn't list has those that every category has. */
export function offersOf(matrix: PlanMatrix, rates: readonly Rate[], place: RateFor): readonly Offer[] {
  const types = new Map<string, Set<string>>();
  for (const row of matrix.rows.filter((one) => holds(one, place)))
    for (const [at, id] of matrix.programs.entries()) {
      const type = row.types[at];
      if (type !== null && type !== undefined) types.set(id, (types.get(id) ?? new Set()).add(type));
    }
  return matrix.programs.flatMap((id) => {
    const said = types.get(id);
    return said ? [{ id, type: [...said].join(" / "), price: choosePrice(rates, { ...place, payment_program_id: id }, "buy") }] : [];
  });
}

/** Two answers laid beside each other, in the order of the present one. */
export function offerRows(
  now: readonly Offer[],
  before: readonly Offer[] | undefined,
  currencies: { readonly now: string; readonly before: string },
): readonly OfferRow[] {
  const ids = [...new Set([...now, ...(before ?? [])].map(({ id }) => lastPart(id)))];
  return ids.map((part) => {
    const [here, there] = [now, before ?? []].map((offers) => offers.find(({ id }) => lastPart(id) === part));
    return { id: (here ?? there)?.id ?? part, now: here, before: there, change: before ? changeOf(here, there, currencies) : "" };
  });
}

type Place = PlanMatrix["rows"][number];

/** "" stands for all of them. */
function holds(row: Place, { merchant_category_code: code, country, currency }: RateFor): boolean {
  const fits = (said: string, asked: string | undefined) => said === "" || asked === undefined || said.toUpperCase() === asked.toUpperCase();
  const category =
    code !== undefined && !isListed(code) ? row.merchant_category_code === "" || row.merchant_category_code === code : fits(row.merchant_category_code, code);
  return category && fits(row.customer_country, country) && fits(row.currency, currency);
}

function changeOf(now: Offer | undefined, before: Offer | undefined, currencies: { readonly now: string; readonly before: string }): string {
  if (!before) return now ? "New" : "";
  if (!now) return "No longer there";
  const type = now.type === before.type ? [] : ["Enabled otherwise"];
  return [...type, ...priceDifference(now.price, before.price, currencies)].join(", ");
}

function priceDifference(now: Chosen, before: Chosen, currencies: { readonly now: string; readonly before: string }): readonly string[] {
  if (!("price" in now) || !("price" in before)) return isWithout(now) && isWithout(before) ? [] : ["Price can't be compared"];
  // A fixed part in another currency is neither more nor less.
  if (currencies.now !== currencies.before && (now.price.fixed !== 0n || before.price.fixed !== 0n)) return ["In another currency"];
  const change = priceChange(before.price, now.price, currencies.now);
  return change ? [change] : [];
}

/** Whether there is no rate at all: two sides without are alike, while rates that can't be told apart may have become others. */
function isWithout(price: Chosen): boolean {
  return "rates" in price && price.rates.length === 0;
}
