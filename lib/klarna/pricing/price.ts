import { minorUnits } from "@/lib/money";

/** What one capture costs: a share of it in hundredths of a percent, and a fixed part in minor units. A part that isn't stated is nothing. */
export interface Price {
  readonly percentage: bigint;
  readonly fixed: bigint;
}

/** A price, or why there is none that can be reckoned with. */
export type ReadPrice = { readonly price: Price } | { readonly why: string };

/**
 * Reads one side of a rate. Klarna doesn't publish its shape, so a price is only what leaves no doubt: whole numbers under names that can mean
 * one thing, in the rate's own currency, and nothing beside them that could change the fee.
 */
export function readPrice(side: unknown, currency: string | undefined, besides: readonly string[] = []): ReadPrice {
  if (typeof side !== "object" || side === null || Array.isArray(side))
    return { why: `Klarna wrote it as ${shown(side)}, which isn't a percentage and a fixed amount` };
  const stated = Object.entries(side).filter(([name, value]) => value !== null && value !== undefined && !besides.includes(name));
  const unknown = stated.map(([name]) => name).filter((name) => !isKnown(name));
  if (unknown.length > 0) return { why: `it also says ${unknown.slice(0, 5).join(", ")}, and the desk can't tell what that does to the fee` };
  const foreign = stated.find(([name, value]) => name === "currency" && currency !== undefined && String(value).toUpperCase() !== currency.toUpperCase());
  if (foreign) return { why: `its fixed part is in ${shown(foreign[1])}, the rate in ${currency}` };
  const [percentages, fixeds] = [percentageNames, fixedNames].map((names) => stated.filter(([name]) => names.includes(name)));
  return priceOf(percentages ?? [], fixeds ?? []);
}

/** What says nothing about a fee, wherever it stands. */
export const sayingNothing = ["id", "rate_id", "name", "description", "comment", "version", "effective_from", "effective_to"];

const percentageNames: readonly string[] = ["percentage", "variable_percentage", "percentage_fee", "variable_fee_percentage"];
const fixedNames: readonly string[] = ["fixed_amount", "fixed_fee", "fixed_fee_amount"];

function isKnown(name: string): boolean {
  return name === "currency" || [percentageNames, fixedNames, sayingNothing].some((names) => names.includes(name));
}

type Stated = readonly (readonly [string, unknown])[];

function priceOf(percentages: Stated, fixeds: Stated): ReadPrice {
  if (percentages.length === 0 && fixeds.length === 0) return { why: "it has neither a percentage nor a fixed amount that the desk knows" };
  const twice = [percentages, fixeds].find((several) => several.length > 1);
  if (twice) return { why: `it says ${twice.map(([name]) => name).join(" and ")}, which may be the same or not` };
  const odd = [...percentages, ...fixeds].find(([, value]) => minorUnits(value) === undefined || (minorUnits(value) ?? 0n) < 0n);
  if (odd) return { why: `its ${odd[0]} is ${shown(odd[1])}, and Klarna writes whole minor units, such as 149 for 1.49%` };
  return { price: { percentage: minorUnits(percentages[0]?.[1]) ?? 0n, fixed: minorUnits(fixeds[0]?.[1]) ?? 0n } };
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 40);
}
