import { countryName } from "@/components/operation/country-name";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { SelectField } from "@/components/ui/select-field";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import { enablementTypeWords } from "@/lib/klarna/program-words";

import { type Narrowing, narrowings, typesIn, valuesIn } from "./narrowing";

export interface NarrowingBarProps {
  readonly plan: Pick<ProgramPlan, "matrix" | "names" | "categories">;
  readonly narrowing: Narrowing;
  readonly onNarrow: (narrowing: Narrowing) => void;
}

/** Chooses what of a plan is shown, among what there is. A choice counts at once. */
export function NarrowingBar({ plan: { matrix, names, categories }, narrowing, onNarrow }: NarrowingBarProps) {
  const set = (name: (typeof narrowings)[number], value: string) => onNarrow({ ...narrowing, [name]: value });
  const codes = valuesIn(matrix, "merchant_category_code").map((code) => ({ value: code, label: categories[code] ?? code, detail: code }));
  const countries = valuesIn(matrix, "customer_country").map((code) => ({ value: code, label: countryName(code), detail: code }));
  return (
    <div className="grid items-end gap-3 max-md:grid-cols-2 md:flex md:flex-wrap">
      <Combobox
        label="Category"
        className="max-md:col-span-2 md:w-64"
        optional="quietly"
        placeholder="Every category"
        value={narrowing.category ?? ""}
        options={codes}
        onChange={(value) => set("category", value)}
      />
      <Combobox
        label="Country"
        className="md:w-44"
        optional="quietly"
        placeholder="Every country"
        value={narrowing.country ?? ""}
        options={countries}
        onChange={(value) => set("country", value)}
      />
      <SelectField
        label="Currency"
        className="md:w-28"
        optional="quietly"
        placeholder="Any"
        value={narrowing.currency ?? ""}
        options={valuesIn(matrix, "currency").map((value) => ({ value, label: value }))}
        onChange={({ target }) => set("currency", target.value)}
      />
      <SelectField
        label="Program"
        className="md:w-48"
        optional="quietly"
        placeholder="Every program"
        value={narrowing.program ?? ""}
        options={matrix.programs.map((value) => ({ value, label: names[value] ?? value }))}
        onChange={({ target }) => set("program", target.value)}
      />
      <SelectField
        label="How it is enabled"
        className="md:w-40"
        optional="quietly"
        placeholder="Any way"
        value={narrowing.type ?? ""}
        options={typesIn(matrix).map((value) => ({ value, label: enablementTypeWords(value).label }))}
        onChange={({ target }) => set("type", target.value)}
      />
      {narrowings.some((name) => narrowing[name]) && (
        <Button variant="ghost" onClick={() => onNarrow({})}>
          Show all
        </Button>
      )}
    </div>
  );
}
