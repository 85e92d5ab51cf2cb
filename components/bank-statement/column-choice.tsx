import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import type { ChosenColumns } from "@/lib/desk/bank-statement/bank-line";

import type { Search } from "./search-statement";

/** A table's columns, and what isn't found in them. */
export type ColumnsInQuestion = Pick<Search, "unclear" | "columns">;

export interface ColumnChoiceProps {
  readonly columns: ColumnsInQuestion;
  readonly chosen: ChosenColumns;
  readonly onChosen: (chosen: ChosenColumns) => void;
}

/** Asks which column holds what the headers didn't tell, and says what was chosen: it can be chosen anew. */
export function ColumnChoice({ columns: { unclear, columns }, chosen, onChosen }: ColumnChoiceProps) {
  const asked = (["amount", "date"] as const).filter((what) => unclear.includes(what) || chosen[what] !== undefined);
  if (asked.length === 0) return null;
  return (
    <Notice tone="info" className="mt-6 max-w-2xl" title={unclear.length > 0 ? "Not every column could be recognised" : "Columns as you chose them"}>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        {asked.map((what) => (
          <SelectField
            key={what}
            id={`column-${what}`}
            label={what === "amount" ? "Where is the amount?" : "Where is the day?"}
            {...(chosen[what] === undefined && { placeholder: "Choose a column" })}
            options={columns.map((title, at) => ({ value: String(at), label: title }))}
            value={chosen[what] ?? ""}
            onChange={({ target }) => target.value !== "" && onChosen({ [what]: Number(target.value) })}
          />
        ))}
      </div>
    </Notice>
  );
}
