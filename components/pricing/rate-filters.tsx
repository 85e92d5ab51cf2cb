import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";

import { CategoryField, CountryField, CurrencyField } from "./place-fields";
import type { Question } from "./question";
import type { Plan } from "./use-plans";
import { standingWords } from "./version-words";

export interface RateFiltersProps {
  readonly question: Question;
  readonly ask: (next: Partial<Question>) => void;
  readonly plans: readonly Plan[];
  readonly plan: Plan;
  /** The programs that rates were seen for. */
  readonly programs: readonly string[];
  readonly programName: (id: string) => string;
  readonly categoryName: string | undefined;
}

/** Of which plan and when, and for what, rates are asked for. Klarna wants at least one of all but the plan. */
export function RateFilters({ question, ask, plans, plan, programs, programName, categoryName }: RateFiltersProps) {
  const field = (name: keyof Question) => ({ value: question[name], onChange: (value: string) => ask({ [name]: value }) });
  const select = (name: keyof Question) => ({
    value: question[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => ask({ [name]: target.value }),
  });
  const narrowed = [question.category, question.country, question.currency, question.program].some((value) => value !== "");
  const known = question.program === "" || programs.includes(question.program) ? programs : [...programs, question.program];
  return (
    <section aria-label="Which rates" className="grid gap-3 rounded border bg-raised p-4">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <SelectField
          label="Price plan"
          className="max-md:col-span-2"
          value={plan.id}
          onChange={({ target }) => ask({ plan: target.value, version: "", program: "", other: "" })}
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          label="Version"
          {...select("version")}
          options={[
            { value: "", label: "The one of a date" },
            ...plan.versions.map(({ version, standing }) => ({ value: String(version), label: `${version}, ${standingWords[standing].toLowerCase()}` })),
          ]}
        />
        <DateField
          label="Date"
          optional="quietly"
          {...field("date")}
          disabled={question.version !== ""}
          help={question.version === "" ? "From its first minute, in UTC" : "The version decides"}
        />
        <CategoryField {...field("category")} name={categoryName} />
        <CountryField {...field("country")} />
        <CurrencyField {...field("currency")} />
        <SelectField
          label="Program"
          className="max-md:col-span-2"
          optional="quietly"
          {...select("program")}
          options={[{ value: "", label: "Any" }, ...known.map((id) => ({ value: id, label: programName(id) }))]}
        />
      </div>
      {narrowed && (
        <div>
          <Button variant="ghost" size="sm" onClick={() => ask({ category: "", country: "", currency: "", program: "" })}>
            Ask for everything
          </Button>
        </div>
      )}
    </section>
  );
}
