import "server-only";
import type { PayoutLine } from "@/lib/desk/payout";

/** What an order came to in one currency; no total where a line's direction isn't known. */
export interface OrderSum {
  readonly currency: string | null;
  readonly parts: readonly (readonly [name: string, amount: bigint])[];
  readonly total: bigint | undefined;
}

const groups: readonly (readonly [string, readonly string[]])[] = [
  ["Sales", ["SALE"]],
  ["Refunds", ["RETURN"]],
  ["Disputes and fraud", ["REVERSAL", "REVERSAL_MERCHANT_PROTECTION"]],
  ["Fees", ["FEE", "FEE_REFUND"]],
];

/** Adds an order's lines up, sales and what came of them, fees and VAT apart. */
export function orderSums(lines: readonly PayoutLine[]): readonly OrderSum[] {
  return [...new Set(lines.map(({ currency }) => currency))].map((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    const known = groups.flatMap(([, types]) => types);
    const sum = (some: readonly PayoutLine[], of: "amount" | "tax" = "amount") => some.reduce((so, line) => so + BigInt(line[of] ?? "0"), 0n);
    const parts = [
      ...groups.map(([name, types]) => [name, sum(own.filter(({ type }) => types.includes(type ?? "")))] as const),
      ["VAT on fees", sum(own, "tax")] as const,
      ["Other", sum(own.filter(({ type }) => !known.includes(type ?? "")))] as const,
    ];
    const total = own.some(({ amount }) => amount === null) ? undefined : sum(own) + sum(own, "tax");
    return { currency, parts: parts.filter(([name, amount]) => amount !== 0n || name === "Sales"), total };
  });
}
