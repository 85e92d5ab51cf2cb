import { merchantCategoryCodes } from "../merchant-category-codes";
import type { Price } from "./price";
import { lastPart, type Rate, type RateDimension, type RateFor, rateDimensions, type Side } from "./rate";

/** The price that holds, with what had to be said about finding it; or why it can't be told, with the rates that came into question. */
export type Chosen =
  | { readonly price: Price; readonly rate: Rate; readonly notes: readonly string[] }
  | { readonly why: string; readonly rates: readonly Rate[] };

/**
 * Chooses the price of a side among a version's rates. One rate, or several that say the same, or one that is more particular than all
 * others; anything else isn't guessed. A category that Klarna doesn't list is looked for like any other, and else left aside.
 */
export function choosePrice(rates: readonly Rate[], asked: RateFor, side: Side): Chosen {
  const fitting = rates.filter(({ holds }) => fits(holds, asked));
  const code = asked.merchant_category_code;
  if (fitting.length > 0 || code === undefined || isListed(code)) return chosenOf(fitting, asked, side);
  const without = { ...asked, merchant_category_code: undefined };
  const others = rates.filter(({ holds }) => fits(holds, without));
  const chosen = chosenOf(others, without, side);
  const aside = `Klarna doesn't list category ${code}, so it was left aside`;
  return "price" in chosen ? { ...chosen, notes: [aside, ...chosen.notes] } : { ...chosen, why: `${aside}; ${chosen.why}` };
}

/** Whether a category is among those that Klarna takes; settlement data may hold others. */
export function isListed(code: string): boolean {
  return merchantCategoryCodes.includes(code);
}

/** Whether a rate holds for what is asked: it says the same, or nothing, wherever something is asked. */
function fits(holds: RateFor, asked: RateFor): boolean {
  return rateDimensions.every((name) => holds[name] === undefined || asked[name] === undefined || isSame(name, holds[name], asked[name]));
}

function isSame(name: RateDimension, one: string, other: string): boolean {
  return name === "payment_program_id" ? lastPart(one) === lastPart(other) : one.toUpperCase() === other.toUpperCase();
}

function chosenOf(rates: readonly Rate[], asked: RateFor, side: Side): Chosen {
  if (rates.length === 0) return { why: "no rate of this version fits", rates };
  const particular = rates.length > 1 && samePrice(rates, side) === undefined ? mostParticular(rates, asked) : rates;
  const price = samePrice(particular, side);
  const [rate] = particular;
  if (rate && price && "price" in price) return { price: price.price, rate, notes: notesOf(rates.length, particular.length) };
  if (price && "why" in price) return { why: price.why, rates: particular };
  const open = rateDimensions
    .filter((name) => asked[name] === undefined && new Set(particular.map(({ holds }) => holds[name])).size > 1)
    .map((name) => words[name]);
  return { why: `${particular.length} rates fit and differ${open.length > 0 ? ` by ${open.join(", ")}` : ""}`, rates: particular };
}

function notesOf(fitting: number, particular: number): readonly string[] {
  if (fitting === 1) return [];
  if (particular === fitting) return [`${fitting} rates fit and say the same`];
  return ["The most particular rate holds; wider ones fit too"];
}

/** What all of them say of a side; undefined when they differ. One that says no such side is like its neighbours without one. */
function samePrice(rates: readonly Rate[], side: Side) {
  const [first, ...others] = rates.map((rate) => rate[side] ?? none);
  return first && others.every((other) => textOf(other) === textOf(first)) ? first : undefined;
}

function textOf(read: NonNullable<Rate[Side]>): string {
  return "price" in read ? `${read.price.percentage} ${read.price.fixed}` : `? ${read.why}`;
}

const none = { why: "Klarna states no such rate" };

/** Those that say all that any other says, and more, of what is asked; all of them where there is no such. */
function mostParticular(rates: readonly Rate[], asked: RateFor): readonly Rate[] {
  const stated = ({ holds }: Rate) => rateDimensions.filter((name) => asked[name] !== undefined && holds[name] !== undefined);
  const every = new Set(rates.flatMap(stated));
  const particular = rates.filter((rate) => stated(rate).length === every.size);
  return particular.length > 0 ? particular : rates;
}

const words: Readonly<Record<RateDimension, string>> = {
  merchant_category_code: "category",
  country: "country",
  currency: "currency",
  payment_program_id: "program",
};
