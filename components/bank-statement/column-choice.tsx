import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import type { ChosenColumns } from "@/lib/desk/bank-statement/bank-line";

import type { Search } from "./search-statement";

export interface ColumnChoiceProps {
  readonly search: Search;
  readonly onChosen: (chosen: ChosenColumns) => void;
}

/** Asks which column holds what the headers didn't tell. */
export function ColumnChoice({ search: { unclear, columns }, onChosen }: ColumnChoiceProps) {
  return (
    <Notice tone="info" className="mt-6 max-w-2xl" title="Not every column could be recognised">
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        {unclear.map((what) => (
          <SelectField
            key={what}
            id={`column-${what}`}
            label={what === "amount" ? "Where is the amount?" : "Where is the day?"}
            placeholder="Choose a column"
            options={columns.map((title, at) => ({ value: String(at), label: title }))}
            onChange={({ target }) => target.value !== "" && onChosen({ [what]: Number(target.value) })}
          />
        ))}
      </div>
    </Notice>
  );
}
