import { useMemo } from "react";
import { countryOptions } from "@/components/operation/countries";
import { countryName } from "@/components/operation/country-name";
import type { MerchantCategory } from "@/lib/desk/check";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import type { Problem } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { ChosenList } from "./chosen-list";
import { inPlan, outsidePlan } from "./in-plan";
import type { EnablementForm } from "./kept-form";
import { refusedAt } from "./use-enablement-change";

export interface ScopeFieldsProps {
  /** The plan of the product's profile; undefined while it isn't known. */
  readonly plan: ProgramPlan | undefined;
  readonly form: EnablementForm;
  readonly onChange: (next: Partial<EnablementForm>) => void;
  readonly disabled: boolean;
  readonly problem: Problem | undefined;
}

/** In which countries and for which categories: those where the plan has the program come first. */
export function ScopeFields({ plan, form, onChange, disabled, problem }: ScopeFieldsProps) {
  const { program, countries, categories } = form;
  const place = useMemo(() => inPlan(plan?.matrix, program), [plan, program]);
  const { countries: there, everywhere } = place;
  const outside = outsidePlan(place, countries);
  const options = useMemo(() => [...countryOptions].sort((one, other) => Number(there.has(other.value)) - Number(there.has(one.value))), [there]);
  const names = plan?.categories ?? {};
  return (
    <div className="grid grid-cols-1 gap-4">
      <ChosenList
        label="Countries"
        none="No country given: this covers every country."
        placeholder="Type a country"
        disabled={disabled}
        values={countries}
        name={countryName}
        options={options}
        help={there.size > 0 && !everywhere ? `The plan has this program in ${[...there].map(countryName).sort().join(", ")}.` : undefined}
        error={refusedAt(problem, "enablement_criteria.customer_countries")}
        onChange={(values) => onChange({ countries: values })}
      />
      {outside.length > 0 && (
        <p role="status" className="-mt-2 text-waiting text-xs">
          The plan doesn't have this program in {outside.map(countryName).join(", ")}: nobody there can choose it.
        </p>
      )}
      <ChosenList
        label="Merchant categories"
        none="No category given: this covers every category."
        placeholder="Type a word or a code: shoes, 5661"
        disabled={disabled}
        values={categories}
        name={(code) => (names[code] ? `${names[code]} (${code})` : code)}
        options={searchCategories}
        error={refusedAt(problem, "enablement_criteria.merchant_category_codes")}
        onChange={(values) => onChange({ categories: values })}
      />
    </div>
  );
}

async function searchCategories(q: string, signal: AbortSignal) {
  const found = await send<readonly MerchantCategory[]>("/api/desk/categories", { search: { q: q.slice(0, 100) }, signal });
  return found.map(({ code, name }) => ({ value: code, label: name, detail: code }));
}
