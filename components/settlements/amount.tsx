import { amountText } from "@/lib/money";

export interface AmountProps {
  /** Whole minor units as text; null where there is none. */
  readonly minor: string | null;
  readonly currency: string | null;
  /** With a plus where it adds: for differences. */
  readonly signed?: boolean;
}

/** An amount as people read it; the currency stands in a header or beside it. */
export function Amount({ minor, currency, signed = false }: AmountProps) {
  if (minor === null || currency === null) return <span className="text-muted">–</span>;
  return <span className="whitespace-nowrap tabular-nums">{written(minor, currency, signed)}</span>;
}

/** The same as text. */
export function written(minor: string, currency: string, signed = false): string {
  const amount = BigInt(minor);
  return `${signed && amount > 0n ? "+" : ""}${amountText(amount, currency)}`;
}
