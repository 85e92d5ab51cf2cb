import { written } from "./amount";

/** By how much each of the three identities is off; null where one isn't known to be. */
interface Gaps {
  readonly lines_gap: string | null;
  readonly parts_gap: string | null;
  readonly chain_gap: string | null;
}

/** All that doesn't add up, each with its amount: "+44.95 EUR in its transactions, -43.21 EUR in the debt from before". */
export function gapWords({ lines_gap, parts_gap, chain_gap }: Gaps, currency: string): string {
  const all = [
    [lines_gap, "in its transactions"],
    [parts_gap, "in its parts"],
    [chain_gap, "in the debt from before"],
  ] as const;
  const off = all.flatMap(([gap, where]) => (gap === null || gap === "0" ? [] : [`${written(gap, currency, true)} ${currency} ${where}`]));
  return off.length > 0 ? off.join(", ") : "differences between parts, which come to nothing in all";
}
