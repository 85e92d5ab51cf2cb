import { percentText, roundedQuotient } from "@/lib/money";

/** What was charged as a share of what was sold, exactly rounded: "1.49%". Undefined where nothing was sold. */
export function shareText({ fees, sales }: { readonly fees: string; readonly sales: string }): string | undefined {
  const base = BigInt(sales);
  return base > 0n ? percentText(roundedQuotient(-BigInt(fees) * 10_000n, base)) : undefined;
}
