import { useMemo } from "react";

import { EmptyState } from "@/components/ui/empty-state";
import { LinesSkeleton } from "@/components/ui/skeleton";
import { choosePrice } from "@/lib/klarna/pricing/choose";

import { CostView } from "./cost-view";
import { OrderForm, typedOrder } from "./order-form";
import { placeOf, type Question } from "./question";
import { RatesTable } from "./rates-table";
import type { RatesRead } from "./use-rates";

export interface CostPanelProps {
  readonly question: Question;
  readonly ask: (next: Partial<Question>, how: "replace") => void;
  readonly read: RatesRead;
  readonly programName: (id: string) => string;
}

/** What would it cost: an order under the rate that holds, worked out; or why that can't be told, with the rates that came into question. */
export function CostPanel({ question, ask, read: { answer, rates: last, stale }, programName }: CostPanelProps) {
  // No fee is computed from the rates of an earlier question.
  const rates = stale ? undefined : last;
  const chosen = useMemo(
    () => rates && { buy: choosePrice(rates, placeOf(question), "buy"), sell: choosePrice(rates, placeOf(question), "sell") },
    [rates, question],
  );
  if (!answer) return <LinesSkeleton lines={8} />;
  const currency = question.currency || (chosen && "rate" in chosen.buy ? chosen.buy.rate.holds.currency : undefined);
  if (!currency && !chosen) return <LinesSkeleton lines={8} />;
  if (!currency)
    return (
      <EmptyState title="In which currency?">
        {rates?.length === 0
          ? "No rate of this version fits what was asked."
          : "Choose a currency above, and a category, country and program as far as you know them."}
      </EmptyState>
    );
  const order = typedOrder(question, currency);
  return (
    <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <OrderForm question={question} ask={ask} order={order} currency={currency} />
      <div className="grid min-w-0 content-start gap-4" aria-live="polite">
        {!chosen ? (
          <LinesSkeleton lines={8} />
        ) : "price" in chosen.buy ? (
          <CostView order={order} currency={currency} buy={chosen.buy} sell={chosen.sell} />
        ) : (
          <>
            <EmptyState title="The fee can't be computed">
              {`${chosen.buy.why.charAt(0).toUpperCase()}${chosen.buy.why.slice(1)}.`} The desk doesn't guess.{" "}
              {chosen.buy.rates.length > 1 && "Say more above, so that one of these is left."}
            </EmptyState>
            {chosen.buy.rates.length > 0 && <RatesTable rates={chosen.buy.rates} categories={answer.categories} programName={programName} step={10} />}
          </>
        )}
      </div>
    </div>
  );
}
