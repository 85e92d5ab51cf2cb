import { CheckboxField } from "@/components/ui/checkbox-field";
import { type ColumnKey, columnKeys } from "@/lib/desk/view";

import { columnNames } from "./words";

export interface ColumnPanelProps {
  readonly columns: readonly ColumnKey[];
  readonly onColumns: (columns: readonly ColumnKey[]) => void;
  readonly comfortable: boolean;
  readonly onComfortable: (comfortable: boolean) => void;
}

/** Which columns the list has, and how tall its rows are. */
export function ColumnPanel({ columns, onColumns, comfortable, onComfortable }: ColumnPanelProps) {
  const toggle = (key: ColumnKey) => onColumns(columns.includes(key) ? columns.filter((one) => one !== key) : [...columns, key]);
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-4">
      <fieldset>
        <legend className="mb-2 font-medium">Columns</legend>
        <div className="grid gap-x-8 gap-y-2 sm:grid-cols-3">
          {columnKeys
            .filter((key) => key !== "name")
            .map((key) => (
              <CheckboxField key={key} label={columnNames[key]} checked={columns.includes(key)} onChange={() => toggle(key)} />
            ))}
        </div>
        <p className="mt-2 text-muted text-xs">Where a window is too narrow for all of them, some are left out.</p>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-medium">Rows</legend>
        <div className="grid gap-2">
          {[false, true].map((tall) => (
            <label key={String(tall)} className="flex items-center gap-2.5 max-md:min-h-11">
              <input type="radio" name="rows" checked={comfortable === tall} onChange={() => onComfortable(tall)} className="size-4 accent-accent" />
              {tall ? "Comfortable" : "Dense"}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
