import { minorUnits, moneyText } from "@/lib/money";

/** An amount of minor units with its currency, exactly; what nobody can say is said. */
export function Money({ minor, currency }: { readonly minor: string | null; readonly currency: string | null }) {
  const amount = minorUnits(minor ?? undefined);
  if (amount === undefined || currency === null) return <span className="font-sans text-muted">Not known</span>;
  return <span className="whitespace-nowrap mono tabular-nums">{moneyText(amount, currency)}</span>;
}
