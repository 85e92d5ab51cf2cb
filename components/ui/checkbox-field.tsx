import clsx from "clsx";
import { type ComponentProps, useId } from "react";

import { FieldNotes, type FieldWords, wiring } from "./field";

export interface CheckboxFieldProps extends Omit<ComponentProps<"input">, "className" | "type">, Omit<FieldWords, "optional"> {}

/** A yes or no; its label is beside it and part of what can be pressed. */
export function CheckboxField({ id: given, label, help, error, warning, className, ...input }: CheckboxFieldProps) {
  const own = useId();
  const id = given ?? own;
  return (
    <div className={clsx("grid gap-1", className)}>
      <label htmlFor={id} className="flex items-start gap-2.5 max-md:min-h-11 max-md:items-center">
        <input
          {...input}
          {...wiring(id, { help, error, warning, optional: true })}
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-accent max-md:size-5"
        />
        {label}
      </label>
      <div className="pl-6.5 max-md:pl-7.5">
        <FieldNotes id={id} help={help} error={error} warning={warning} />
      </div>
    </div>
  );
}
