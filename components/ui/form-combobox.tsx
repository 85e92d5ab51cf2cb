"use client";

import { useController } from "react-hook-form";

import { Combobox, type ComboboxProps } from "./combobox";

export interface FormComboboxProps extends Omit<ComboboxProps, "name" | "value" | "onChange" | "onBlur" | "error" | "ref"> {
  /** The value's path in the form: `category.code`. */
  readonly name: string;
}

/** `Combobox` bound to the form around it; its value is the option's `value`, "" when there is none. */
export function FormCombobox({ name, ...rest }: FormComboboxProps) {
  const { field, fieldState } = useController({ name });
  return <Combobox {...rest} {...field} value={typeof field.value === "string" ? field.value : ""} error={fieldState.error?.message} />;
}
