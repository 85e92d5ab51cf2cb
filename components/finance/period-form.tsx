import { FilterForm } from "@/components/ui/filter-form";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { type FinancePeriod, financeWeeks } from "@/lib/desk/finance";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

/** Which weeks are looked at; the address says it. */
export function PeriodForm({ environment, period: { weeks, until } }: { readonly environment: Environment; readonly period: FinancePeriod }) {
  return (
    <div className="mt-6">
      <FilterForm address={routes.finance(environment)} filter={inAddress({ weeks: String(weeks), until })} read={inAddress}>
        <SelectField
          id="weeks"
          name="weeks"
          label="Look back"
          className="md:w-40"
          optional="quietly"
          defaultValue={String(weeks)}
          options={financeWeeks.map((count) => ({ value: String(count), label: `${count} weeks` }))}
        />
        <TextField id="until" name="until" label="Up to the week of (UTC)" type="date" className="md:w-44" optional="quietly" defaultValue={until ?? ""} />
      </FilterForm>
      <div className="mt-2 grid max-w-prose gap-1 text-pretty text-muted text-xs">
        <p>Weeks are from Monday in UTC: a settlement counts in the one in which its period ends, a payout in the one in which it was begun.</p>
        <p>
          Fees are without VAT, as a share of what was sold. A hatched bar has something in it that doesn't add up; one to the left of its line is owed to
          Klarna.
        </p>
      </div>
    </div>
  );
}

/** The usual weeks aren't said, also where they are chosen. */
function inAddress<Asked extends { readonly weeks?: string }>({ weeks, ...others }: Asked) {
  return weeks === undefined || weeks === "13" ? others : { weeks, ...others };
}
