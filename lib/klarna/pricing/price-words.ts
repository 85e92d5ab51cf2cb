import { moneyText, percentText } from "@/lib/money";

import type { Price } from "./price";

/** A price as people say it: "1.49% + SEK 2.50". */
export function priceWords({ percentage, fixed }: Price, currency: string): string {
  if (fixed === 0n) return percentText(percentage);
  return percentage === 0n ? moneyText(fixed, currency) : `${percentText(percentage)} + ${moneyText(fixed, currency)}`;
}

/** How a price differs from an earlier one: "+0.10 points", "−SEK 0.50"; undefined where it doesn't. */
export function priceChange(before: Price, after: Price, currency: string): string | undefined {
  const points = after.percentage - before.percentage;
  const fixed = after.fixed - before.fixed;
  const parts = [
    points === 0n ? undefined : `${sign(points)}${percentText(size(points)).replace("%", "")} points`,
    fixed === 0n ? undefined : `${sign(fixed)}${moneyText(size(fixed), currency)}`,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(", ") : undefined;
}

function sign(difference: bigint): string {
  return difference < 0n ? "−" : "+";
}

function size(difference: bigint): bigint {
  return difference < 0n ? -difference : difference;
}
