import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";

import { CategoryField, CountryField, CurrencyField } from "../place-fields";
import type { CoverageInputs } from "./inputs";
import type { Coverage } from "./use-coverage";

export interface InputsFormProps {
  readonly inputs: CoverageInputs;
  readonly change: (next: Partial<CoverageInputs>) => void;
  readonly profiles: Coverage["carriers"];
  readonly categoryName: string | undefined;
}

/** Under which profile, for which category, country and currency, and on which day. */
export function InputsForm({ inputs, change, profiles = [], categoryName }: InputsFormProps) {
  const field = (name: keyof CoverageInputs) => ({ value: inputs[name], onChange: (value: string) => change({ [name]: value }), needed: true });
  const known = profiles.flatMap((profile) =>
    typeof profile?.distribution_profile_id === "string"
      ? [{ value: profile.distribution_profile_id, label: profile.name || profile.distribution_profile_id }]
      : [],
  );
  const odd = inputs.profile !== "" && !known.some(({ value }) => value === inputs.profile);
  return (
    <section aria-label="What is asked" className="grid gap-3 rounded border bg-raised p-4 sm:grid-cols-2 lg:grid-cols-5">
      <SelectField
        label="Profile"
        value={inputs.profile}
        onChange={({ target }) => change({ profile: target.value })}
        placeholder="Choose a profile"
        options={odd ? [...known, { value: inputs.profile, label: inputs.profile }] : known}
        help="It carries the price plan and the program plan."
      />
      <CategoryField {...field("category")} name={categoryName} />
      <CountryField {...field("country")} />
      <CurrencyField {...field("currency")} />
      <DateField label="Date" value={inputs.date} onChange={(date) => change({ date })} help="From its first minute, in UTC" />
    </section>
  );
}
