import clsx from "clsx";

import { amountText, minorUnits, moneyText } from "@/lib/money";

export interface AmountProps {
  /** Minor units as text; null where nobody can say. */
  readonly minor: string | null;
  readonly currency: string | null;
  /** With the currency beside it, where no header names it. */
  readonly named?: boolean;
  readonly className?: string;
}

/** An amount in its currency, exactly; what can't be read says so instead of a number. */
export function Amount({ minor, currency, named = false, className }: AmountProps) {
  const amount = minorUnits(minor ?? undefined);
  if (amount === undefined) return <span className={clsx("font-sans text-muted", className)}>Not known</span>;
  const text = named ? moneyText(amount, currency ?? "") : amountText(amount, currency ?? "");
  return <span className={clsx("whitespace-nowrap mono tabular-nums", className)}>{text}</span>;
}
