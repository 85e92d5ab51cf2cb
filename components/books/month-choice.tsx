import { ChevronLeft, ChevronRight } from "lucide-react";

import { ButtonLink } from "@/components/ui/button-link";
import { FilterForm } from "@/components/ui/filter-form";
import { TextField } from "@/components/ui/text-field";
import { monthBeside, monthName } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface MonthChoiceProps {
  readonly environment: Environment;
  readonly month: string;
  /** Whether something was asked for that is no month. */
  readonly unclear: boolean;
}

/** Which month is shown, and the way to others. Months are those of UTC, as Klarna counts. */
export function MonthChoice({ environment, month, unclear }: MonthChoiceProps) {
  const [before, after] = [monthBeside(month, -1), monthBeside(month, 1)];
  return (
    <section aria-labelledby="month" className="mb-4 grid gap-3">
      <div>
        <h2 id="month" className="font-semibold text-base">
          {monthName(month)}
        </h2>
        <p className="text-muted">By the day of the payout in UTC; a settlement that isn't paid out yet by the end of its period.</p>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <ButtonLink href={routes.books(environment, { month: before })} icon={<ChevronLeft aria-hidden />}>
          {monthName(before)}
        </ButtonLink>
        <ButtonLink href={routes.books(environment, { month: after })}>
          {monthName(after)}
          <ChevronRight aria-hidden />
        </ButtonLink>
        <FilterForm address={routes.books(environment)} filter={nothing}>
          <TextField
            key={month}
            label="Month"
            name="month"
            type="month"
            min="2000-01"
            max="2999-12"
            defaultValue={month}
            {...(unclear && { error: "Write a month, such as 2026-10" })}
          />
        </FilterForm>
      </div>
    </section>
  );
}

// There is always a month, so there is nothing to be shown instead.
const nothing = {};
