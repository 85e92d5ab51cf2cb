import { useState } from "react";

import { countryName } from "@/components/operation/country-name";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import type { Rate } from "@/lib/klarna/pricing/rate";

import { RatePrice } from "./rate-price";

export interface RatesTableProps {
  readonly rates: readonly Rate[];
  readonly categories: Readonly<Record<string, string>>;
  readonly programName: (id: string) => string;
  /** How many at first, and more by each press. */
  readonly step?: number;
}

/** Rates as Klarna has them, some at a time. */
export function RatesTable({ rates, categories, programName, step = 100 }: RatesTableProps) {
  const [shown, setShown] = useState(step);
  const rows = rates.slice(0, shown).map((rate, index) => ({ rate, index }));
  return (
    <>
      <Table caption="Rates" columns={columnsOf(categories, programName)} rows={rows} rowKey={({ index }) => String(index)} empty={<NoRates />} />
      {rates.length > shown && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <Button onClick={() => setShown(shown + step)}>Show more</Button>
          <span className="text-muted tabular-nums">
            {shown.toLocaleString("en")} of {rates.length.toLocaleString("en")}
          </span>
        </div>
      )}
    </>
  );
}

interface Row {
  readonly rate: Rate;
  readonly index: number;
}

function columnsOf(categories: Readonly<Record<string, string>>, programName: (id: string) => string): readonly Column<Row>[] {
  return [
    { key: "category", header: "Category", least: 11, cell: ({ rate }) => categoryWords(rate.holds.merchant_category_code, categories) },
    {
      key: "country",
      header: "Country",
      width: "w-[16%]",
      least: 7.5,
      cell: ({ rate }) => (rate.holds.country ? countryName(rate.holds.country) : "Every country"),
    },
    {
      key: "program",
      header: "Program",
      width: "w-[22%]",
      least: 9.5,
      cell: ({ rate }) => (rate.holds.payment_program_id ? programName(rate.holds.payment_program_id) : "Every program"),
    },
    {
      key: "buy",
      header: "You pay Klarna",
      width: "w-[18%]",
      least: 8,
      cell: ({ rate }) => <RatePrice read={rate.buy} currency={rate.holds.currency} sent={rate.sent} />,
    },
    {
      key: "sell",
      header: "Sell rate",
      width: "w-[18%]",
      least: 8,
      cell: ({ rate }) => <RatePrice read={rate.sell} currency={rate.holds.currency} sent={rate.sent} />,
    },
  ];
}

/** A category by name and code. */
export function categoryWords(code: string | undefined, categories: Readonly<Record<string, string>>): string {
  if (code === undefined || code === "") return "Every category";
  return categories[code] ? `${categories[code]} (${code})` : code;
}

function NoRates() {
  return (
    <EmptyState title="No rate fits">
      This version prices nothing that was asked for. Ask for less: leave out the category, the country or the program.
    </EmptyState>
  );
}
