import { useState } from "react";

import { countryName } from "@/components/operation/country-name";
import { Button } from "@/components/ui/button";
import { type Column, Table } from "@/components/ui/table";
import type { ComparedRate } from "@/lib/klarna/pricing/compare";
import { priceChange } from "@/lib/klarna/pricing/price-words";
import type { Rate } from "@/lib/klarna/pricing/rate";

import { RatePrice } from "./rate-price";
import { categoryWords } from "./rates-table";

export interface ComparedTableProps {
  readonly rows: readonly ComparedRate[];
  readonly names: { readonly left: string; readonly right: string };
  readonly categories: Readonly<Record<string, string>>;
  readonly byCategory: boolean;
  readonly programName: (id: string) => string;
}

const step = 100;

/** What two sides charge for the same, and what the right one changes; a hundred rows at first. */
export function ComparedTable({ rows, names, categories, byCategory, programName }: ComparedTableProps) {
  const [shown, setShown] = useState(step);
  const columns: readonly Column<Row>[] = [
    ...(byCategory ? [] : [{ key: "category", header: "Category", cell: ({ row }: Row) => categoryWords(row.holds.merchant_category_code, categories) }]),
    {
      key: "country",
      header: "Country",
      width: "w-[15%]",
      least: 7.5,
      cell: ({ row }) => (row.holds.country ? countryName(row.holds.country) : "Every country"),
    },
    {
      key: "program",
      header: "Program",
      ...(!byCategory && { width: "w-[18%]" }),
      cell: ({ row }) => (row.holds.payment_program_id ? programName(row.holds.payment_program_id) : "Every program"),
    },
    { key: "left", header: names.left, width: "w-[17%]", least: 7.5, cell: ({ row }) => <Side rate={row.left} /> },
    { key: "right", header: names.right, width: "w-[17%]", least: 7.5, cell: ({ row }) => <Side rate={row.right} /> },
    { key: "change", header: "Change", width: "w-[15%]", least: 7, cell: ({ row }) => changeOf(row) },
  ];
  return (
    <>
      <Table
        caption={`${names.left} and ${names.right}`}
        columns={columns}
        rows={rows.slice(0, shown).map((row, index) => ({ row, index }))}
        rowKey={({ index }) => String(index)}
      />
      {rows.length > shown && (
        <Button className="w-fit" onClick={() => setShown(shown + step)}>
          Show more
        </Button>
      )}
    </>
  );
}

interface Row {
  readonly row: ComparedRate;
  readonly index: number;
}

function Side({ rate }: { readonly rate: Rate | undefined }) {
  return rate ? <RatePrice read={rate.buy} currency={rate.holds.currency} sent={rate.sent} /> : <span className="text-muted">Not priced</span>;
}

/** In words, so that it is seen without colours. */
function changeOf({ left, right, differs, holds }: ComparedRate): string {
  if (!left) return "New";
  if (!right) return "Gone";
  if (!differs) return "None";
  if (!("price" in left.buy && "price" in right.buy)) return "Can't be computed";
  return priceChange(left.buy.price, right.buy.price, holds.currency ?? "") ?? "Only the sell rate";
}
