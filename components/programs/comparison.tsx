import { Equal } from "lucide-react";
import { useMemo } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LongTable } from "@/components/ui/long-table";
import type { Column } from "@/components/ui/table-column";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import { type Difference, differencesOf } from "@/lib/klarna/plan-matrix";

import type { Narrowing } from "./narrowing";
import { NarrowingBar } from "./narrowing-bar";
import { CategoryCell, countryOf, currencyOf, inReadingOrder, placeKey } from "./places";
import { TypeMark } from "./type-mark";
import { versionName } from "./versions";

export interface ComparisonProps {
  readonly before: ProgramPlan;
  readonly after: ProgramPlan;
  readonly narrowing: Narrowing;
  readonly onNarrow: (narrowing: Narrowing) => void;
}

/** Two versions of a plan side by side: every place at which they differ, and in what. */
export function Comparison({ before, after, narrowing, onNarrow }: ComparisonProps) {
  const all = useMemo(() => inReadingOrder(differencesOf(before.matrix, after.matrix)), [before, after]);
  const names = useMemo(() => ({ ...before.names, ...after.names }), [before, after]);
  const categories = useMemo(() => ({ ...before.categories, ...after.categories }), [before, after]);
  const columns = useMemo(() => columnsOf({ before, after, names, categories }), [before, after, names, categories]);
  const asked = JSON.stringify(narrowing);
  const shown = useMemo(() => all.filter((difference) => fits(difference, JSON.parse(asked) as Narrowing)), [all, asked]);
  const both = { matrix: { programs: Object.keys(kindsBy(all)), rows: [...before.matrix.rows, ...after.matrix.rows] }, names, categories };
  return (
    <section aria-label={`What differs between ${lowered(before)} and ${lowered(after)}`}>
      {all.length > 0 && <NarrowingBar plan={both} narrowing={narrowing} onNarrow={onNarrow} />}
      {all.length > 0 && (
        <div role="status">
          <ul className="mt-3 mb-1 flex flex-wrap gap-x-6 gap-y-1 text-muted">
            {Object.entries(kindsBy(shown)).map(([id, { added, removed, changed }]) => (
              <li key={id}>
                <span className="font-medium text-ink">{names[id] ?? id}</span>: {inWords({ added, removed, changed })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <LongTable
        caption={`What differs between ${lowered(before)} and ${lowered(after)}`}
        columns={columns}
        rows={shown}
        rowKey={(difference) => `${placeKey(difference)} ${difference.payment_program_id}`}
        empty={
          <EmptyState
            icon={<Equal aria-hidden />}
            title={all.length === 0 ? "Both versions have the same programs everywhere" : "Nothing that differs fits"}
            action={all.length > 0 && <Button onClick={() => onNarrow({})}>Show all</Button>}
          />
        }
      />
    </section>
  );
}

interface Compared extends Pick<ProgramPlan, "names" | "categories"> {
  readonly before: ProgramPlan;
  readonly after: ProgramPlan;
}

function columnsOf({ before, after, names, categories }: Compared): readonly Column<Difference>[] {
  return [
    {
      key: "category",
      header: "Category",
      width: "w-[20%]",
      least: 9.5,
      cell: ({ merchant_category_code }) => <CategoryCell code={merchant_category_code} categories={categories} />,
    },
    { key: "country", header: "Country", width: "w-[11%]", least: 7, cell: countryOf },
    { key: "currency", header: "Currency", width: "w-[7%]", least: 4.75, cell: currencyOf },
    { key: "program", header: "Program", least: 9.5, cell: ({ payment_program_id: id }) => names[id] ?? id },
    { key: "kind", header: "What changes", width: "w-[10%]", least: 7, cell: (difference) => kinds[kindOf(difference)] },
    { key: "before", header: versionName(before), width: "w-[14%]", least: 8.5, cell: (difference) => <TypeMark type={difference.before} /> },
    { key: "after", header: versionName(after), width: "w-[14%]", least: 8.5, cell: (difference) => <TypeMark type={difference.after} /> },
  ];
}

type Kind = "added" | "removed" | "changed";

const kinds = {
  added: <Badge tone="good">Added</Badge>,
  removed: <Badge tone="wrong">Removed</Badge>,
  changed: <Badge tone="waiting">Changed</Badge>,
};

function kindOf({ before, after }: Difference): Kind {
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}

function kindsBy(differences: readonly Difference[]): Readonly<Record<string, Record<Kind, number>>> {
  const counts: Record<string, Record<Kind, number>> = {};
  for (const difference of differences) {
    const count = counts[difference.payment_program_id] ?? { added: 0, removed: 0, changed: 0 };
    count[kindOf(difference)] += 1;
    counts[difference.payment_program_id] = count;
  }
  return counts;
}

function inWords(counts: Readonly<Record<Kind, number>>): string {
  const said = Object.entries(counts).filter(([, count]) => count > 0);
  return said.map(([kind, count]) => `${kind} at ${count.toLocaleString("en")} ${count === 1 ? "place" : "places"}`).join(", ");
}

function fits(difference: Difference, { category, country, currency, program, type }: Narrowing): boolean {
  return (
    (category === undefined || difference.merchant_category_code === category) &&
    (country === undefined || difference.customer_country === country) &&
    (currency === undefined || difference.currency === currency) &&
    (program === undefined || difference.payment_program_id === program) &&
    (type === undefined || difference.before === type || difference.after === type)
  );
}

function lowered(plan: ProgramPlan): string {
  return versionName(plan).replace("Version", "version");
}
