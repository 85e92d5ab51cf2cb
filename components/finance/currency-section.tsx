import { Table } from "@/components/ui/table";

import { CurrencyTotals, type CurrencyTotalsProps } from "./currency-totals";
import { scaleOf } from "./scale";
import { weekColumns } from "./week-columns";

/** One currency of one API: what it comes to, and week by week a picture beside the figures. */
export function CurrencySection({ side, environment, figures, period }: CurrencyTotalsProps) {
  const { currency, weeks } = figures;
  const name = `${side === "settlements" ? "Settlements" : "Payouts"} in ${currency ?? "no currency yet"}`;
  return (
    // Most of them are below what is in sight, and aren't laid out before somebody scrolls there. What is focused at their edge isn't cut off.
    <section aria-label={name} className="-mx-2 mt-8 px-2 [contain-intrinsic-block-size:auto_36rem] [content-visibility:auto]">
      <h2 className="mb-3 font-semibold text-base">{name}</h2>
      <CurrencyTotals side={side} environment={environment} figures={figures} period={period} />
      <Table
        caption={`${name} by week, the latest first`}
        columns={weekColumns({ side, environment, currency, scale: scaleOf(weeks) })}
        rows={weeks}
        rowKey={({ week }) => week}
      />
    </section>
  );
}
