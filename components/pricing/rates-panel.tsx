import { TableSkeleton } from "@/components/ui/skeleton";

import { CategoryAside } from "./category-aside";
import { RatesTable } from "./rates-table";
import type { RatesRead } from "./use-rates";
import { dayWords } from "./version-words";

export interface RatesPanelProps {
  readonly read: RatesRead;
  readonly programName: (id: string) => string;
}

/** The rates that were asked for, of which version, and whether they are all. */
export function RatesPanel({ read: { answer, rates }, programName }: RatesPanelProps) {
  if (!answer || !rates) return <TableSkeleton columns={5} />;
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-muted">
        {answer.version === null ? "Klarna doesn't say of which version these are" : `Version ${answer.version}`}
        {answer.effective_from && `, from ${dayWords(answer.effective_from)}`}
        {answer.comment && `: ${answer.comment}`}. {rates.length === 1 ? "1 rate" : `${rates.length.toLocaleString("en")} rates`}.
      </p>
      <CategoryAside code={answer.category_left_aside} />
      <RatesTable rates={rates} categories={answer.categories} programName={programName} key={`${answer.price_plan_id} ${answer.version}`} />
    </div>
  );
}
