import type { Chosen } from "@/lib/klarna/pricing/choose";
import { type Cost, costOf } from "@/lib/klarna/pricing/cost";
import type { Price } from "@/lib/klarna/pricing/price";
import { priceWords } from "@/lib/klarna/pricing/price-words";
import { moneyText, percentText } from "@/lib/money";

import type { TypedOrder } from "./order-form";
import { StepsTable } from "./steps-table";

export interface CostViewProps {
  readonly order: TypedOrder;
  readonly currency: string;
  readonly buy: Extract<Chosen, { readonly price: unknown }>;
  readonly sell: Chosen;
}

/** The fee of an order, its tax and share, and how each comes about; then what the sell rate comes to. */
export function CostView({ order, currency, buy, sell }: CostViewProps) {
  const { amount, captures, taxRate, faults } = order;
  if (amount === undefined || captures === undefined || faults.tax) return <p className="text-muted">Correct what is marked: then the fee stands here.</p>;
  const reckon = (price: Price) => costOf({ amount, currency, captures, taxRate }, price);
  const cost = reckon(buy.price);
  return (
    <>
      <Figures cost={cost} currency={currency} />
      <p className="text-pretty text-muted">
        The rate is {priceWords(buy.price, currency)} for each capture, what Klarna takes from you.{buy.notes.map((note) => ` ${note}.`).join("")} Amounts are
        rounded to the nearest minor unit, halves up. Klarna may cap the fee of very small payments; a plan doesn't say so.
      </p>
      <StepsTable caption="How the fee comes about" currency={currency} steps={cost.steps} />
      {"price" in sell && <SellSide sell={sell.price} fee={cost.fee} would={reckon(sell.price).fee} currency={currency} />}
    </>
  );
}

function Figures({ cost: { fee, tax, share, left }, currency }: { readonly cost: Cost; readonly currency: string }) {
  const figures = [
    { term: "Fee", value: moneyText(fee, currency) },
    { term: "Tax on it, a hint", value: tax === undefined ? "Not known" : moneyText(tax, currency) },
    { term: "Share of the order", value: share === undefined ? "–" : percentText(share) },
    { term: "Left of the order", value: moneyText(left, currency) },
  ];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded border bg-line md:grid-cols-4">
      {figures.map(({ term, value }) => (
        <div key={term} className="min-w-0 bg-raised px-4 py-3">
          <dt className="text-muted text-xs">{term}</dt>
          <dd className="wrap-anywhere mt-0.5 font-mono font-semibold text-base tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SellSide({ sell, fee, would, currency }: { readonly sell: Price; readonly fee: bigint; readonly would: bigint; readonly currency: string }) {
  const more = would - fee;
  const compared =
    more === 0n ? "as much as Klarna takes" : `${moneyText(more < 0n ? -more : more, currency)} ${more < 0n ? "less" : "more"} than Klarna takes`;
  return (
    <p className="text-pretty">
      At the sell rate of {priceWords(sell, currency)} the merchant would pay {moneyText(would, currency)}: {compared}.
    </p>
  );
}
