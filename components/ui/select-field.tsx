import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

import { Field, type FieldWords, inputClass } from "./field";

export interface SelectFieldProps extends Omit<ComponentProps<"select">, "className" | "children">, FieldWords {
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  /** The empty first choice: "Choose a country". Without one the first option is chosen. */
  readonly placeholder?: string;
}

/** One of a few. The browser's own list: it works with every keyboard, reader and thumb. For many, see `Combobox`. */
export function SelectField({ id, label, help, error, warning, optional, className, options, placeholder, ...select }: SelectFieldProps) {
  return (
    <Field {...{ id, label, help, error, warning }} {...(optional && { optional })} {...(className && { className })}>
      {(wired) => (
        <span className="relative block">
          <select {...select} {...wired} className={clsx(inputClass, "h-8 appearance-none truncate pr-8 max-md:h-11")}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted" />
        </span>
      )}
    </Field>
  );
}
