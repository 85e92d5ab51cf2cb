import type { FinanceWeek } from "@/lib/desk/finance";

/** Where amounts stand between the least and the most of some weeks, of 1000; zero is always among them. */
export interface Scale {
  readonly zero: number;
  readonly at: (amount: string) => number;
}

/** A scale on which all of these weeks have room. It only draws: no figure is read from it. */
export function scaleOf(weeks: readonly FinanceWeek[]): Scale {
  const amounts = weeks.map(({ amount }) => Number(amount));
  const low = Math.min(0, ...amounts);
  const size = Math.max(0, ...amounts) - low || 1;
  const at = (amount: number) => ((amount - low) / size) * 1000;
  return { zero: at(0), at: (amount) => at(Number(amount)) };
}
