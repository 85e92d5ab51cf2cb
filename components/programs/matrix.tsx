import { Grid3x3 } from "lucide-react";
import { useMemo } from "react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LongTable } from "@/components/ui/long-table";
import type { Column } from "@/components/ui/table-column";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import type { MatrixRow } from "@/lib/klarna/plan-matrix";

import { type Narrowing, narrowed } from "./narrowing";
import { NarrowingBar } from "./narrowing-bar";
import { CategoryCell, countryOf, currencyOf, inReadingOrder, placeKey } from "./places";
import { TypeMark } from "./type-mark";

export interface MatrixProps {
  readonly plan: ProgramPlan;
  readonly narrowing: Narrowing;
  readonly onNarrow: (narrowing: Narrowing) => void;
}

/** Which programs there are, by category, country and currency, and how each is enabled. */
export function Matrix({ plan, narrowing, onNarrow }: MatrixProps) {
  const { matrix, names, categories } = plan;
  const asked = JSON.stringify(narrowing);
  const ordered = useMemo(() => ({ ...matrix, rows: inReadingOrder(matrix.rows) }), [matrix]);
  const { programs, rows } = useMemo(() => narrowed(ordered, JSON.parse(asked) as Narrowing), [ordered, asked]);
  const columns = useMemo(() => columnsOf(programs, names, categories), [programs, names, categories]);
  const count = (number: number) => number.toLocaleString("en");
  return (
    <section aria-label="Programs by category, country and currency">
      <NarrowingBar plan={plan} narrowing={narrowing} onNarrow={onNarrow} />
      <p role="status" className="mt-3 mb-1 text-muted">
        {rows.length === matrix.rows.length ? `${count(rows.length)} places` : `${count(rows.length)} of ${count(matrix.rows.length)} places`}, each a category
        in a country and a currency
      </p>
      <LongTable
        caption="Programs by category, country and currency"
        columns={columns}
        rows={rows}
        rowKey={placeKey}
        empty={
          <EmptyState
            icon={<Grid3x3 aria-hidden />}
            title={matrix.rows.length === 0 ? "This version has no programs" : "Nothing of this plan fits"}
            action={matrix.rows.length > 0 && <Button onClick={() => onNarrow({})}>Show all</Button>}
          >
            {matrix.rows.length === 0
              ? "Klarna answers with an empty plan. Ask your contact there if that is meant."
              : "The plan has no such program there. Choose otherwise."}
          </EmptyState>
        }
      />
    </section>
  );
}

function columnsOf(programs: readonly string[], names: ProgramPlan["names"], categories: ProgramPlan["categories"]): readonly Column<MatrixRow>[] {
  return [
    {
      key: "category",
      header: "Category",
      width: "w-[17%]",
      least: 9,
      cell: ({ merchant_category_code }) => <CategoryCell code={merchant_category_code} categories={categories} />,
    },
    { key: "country", header: "Country", width: "w-[10%]", least: 7, cell: countryOf },
    { key: "currency", header: "Currency", width: "w-[7%]", least: 4.75, cell: currencyOf },
    ...programs.map((id, index) => ({
      key: id,
      header: names[id] ?? id,
      least: 7.5,
      cell: ({ types }: MatrixRow) => <TypeMark type={types[index] ?? null} />,
    })),
  ];
}
