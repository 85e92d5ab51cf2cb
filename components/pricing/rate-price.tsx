import { StateBadge } from "@/components/ui/badge";
import type { ReadPrice } from "@/lib/klarna/pricing/price";
import { priceWords } from "@/lib/klarna/pricing/price-words";

export interface RatePriceProps {
  readonly read: ReadPrice | undefined;
  readonly currency: string | undefined;
  /** The rate as it came: shown where it can't be read. */
  readonly sent: unknown;
}

/** One side of a rate; what can't be reckoned with is shown as Klarna wrote it, with why. */
export function RatePrice({ read, currency, sent }: RatePriceProps) {
  if (read === undefined) return <span className="text-muted">–</span>;
  if ("price" in read) return <span className="mono tabular-nums">{priceWords(read.price, currency ?? "minor units of its currency,")}</span>;
  const text = JSON.stringify(sent) ?? "nothing";
  return (
    <span className="grid min-w-0 justify-items-end gap-0.5 py-1 md:justify-items-start">
      <StateBadge tone="off" label="Can't be computed" hint={`The desk doesn't reckon with this rate: ${read.why}.`} />
      <span title={text} className="max-w-full truncate font-mono text-muted text-xs">
        {text}
      </span>
    </span>
  );
}
