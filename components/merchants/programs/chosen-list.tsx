import { X } from "lucide-react";
import { useId, useRef } from "react";

import { Combobox, type ComboboxProps } from "@/components/ui/combobox";
import { useFocusAfter } from "@/components/ui/use-focus-after";

export interface ChosenListProps extends Pick<ComboboxProps, "label" | "help" | "error" | "options" | "placeholder" | "disabled"> {
  readonly values: readonly string[];
  readonly name: (value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
  /** What it means when nothing is chosen. */
  readonly none: string;
}

/** Several of many: each is found by typing, and can be taken out again. */
export function ChosenList({ values, name, onChange, none, label, disabled = false, ...combobox }: ChosenListProps) {
  const id = useId();
  const area = useRef<HTMLDivElement>(null);
  const keepPlace = useFocusAfter(area, values.join(), { row: "li", target: "button", otherwise: `[id="${id}"]` });
  return (
    <div ref={area} className="grid grid-cols-1 gap-2">
      <Combobox
        {...combobox}
        id={id}
        label={label}
        disabled={disabled}
        optional
        // What it has taken stands below: it is empty again for the next.
        value=""
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
                onClick={() => {
                  onChange(values.filter((other) => other !== value));
                  keepPlace();
                }}
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
