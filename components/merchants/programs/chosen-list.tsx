import { X } from "lucide-react";

import { Combobox, type ComboboxProps } from "@/components/ui/combobox";

export interface ChosenListProps extends Pick<ComboboxProps, "label" | "help" | "error" | "options" | "placeholder" | "disabled"> {
  readonly values: readonly string[];
  readonly name: (value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
  /** What it means when nothing is chosen. */
  readonly none: string;
}

/** Several of many: each is found by typing, and can be taken out again. */
export function ChosenList({ values, name, onChange, none, label, disabled = false, ...combobox }: ChosenListProps) {
  return (
    <div className="grid grid-cols-1 gap-2">
      <Combobox
        {...combobox}
        label={label}
        disabled={disabled}
        optional
        value=""
        // A field that has taken something is empty again for the next.
        key={values.join(" ")}
        onChange={(value) => value !== "" && !values.includes(value) && onChange([...values, value])}
      />
      {values.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul aria-label={`Chosen: ${label}`} className="flex flex-wrap gap-1.5">
          {values.map((value) => (
            <li key={value} className="inline-flex h-7 max-w-full items-center gap-1 rounded-full border bg-sunken pl-2.5 max-md:h-11">
              <span className="truncate">{name(value)}</span>
              <button
                type="button"
                aria-label={`Take ${name(value)} out`}
                disabled={disabled}
                onClick={() => onChange(values.filter((other) => other !== value))}
                className="flex size-7 items-center justify-center rounded-full text-muted hover:text-ink disabled:invisible max-md:size-11 [&_svg]:size-3.5"
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
