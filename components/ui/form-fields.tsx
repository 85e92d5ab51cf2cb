"use client";

import { get, useFormContext, useFormState } from "react-hook-form";

import { CheckboxField, type CheckboxFieldProps } from "./checkbox-field";
import { SelectField, type SelectFieldProps } from "./select-field";
import { TextArea, type TextAreaProps } from "./text-area";
import { TextField, type TextFieldProps } from "./text-field";

type Bound<Props> = Omit<Props, "name" | "value" | "defaultValue" | "checked" | "defaultChecked" | "error"> & {
  /** The value's path in the form: `channel.websites.0.urls.0`. */
  readonly name: string;
};

/** `TextField` bound to the form around it. */
export function FormTextField({ name, ...rest }: Bound<TextFieldProps>) {
  return <TextField {...rest} {...useBinding(name)} />;
}

/** `TextArea` bound to the form around it. */
export function FormTextArea({ name, ...rest }: Bound<TextAreaProps>) {
  return <TextArea {...rest} {...useBinding(name)} />;
}

/** `SelectField` bound to the form around it. */
export function FormSelectField({ name, ...rest }: Bound<SelectFieldProps>) {
  return <SelectField {...rest} {...useBinding(name)} />;
}

/** `CheckboxField` bound to the form around it; its value is a boolean. */
export function FormCheckboxField({ name, ...rest }: Bound<CheckboxFieldProps>) {
  return <CheckboxField {...rest} {...useBinding(name)} />;
}

/** The words of a field's error in the form around it. Redraws only when that field's state changes. */
export function useFieldError(name: string): string | undefined {
  const { errors } = useFormState({ name });
  const error: { readonly message?: unknown } | undefined = get(errors, name);
  return typeof error?.message === "string" && error.message !== "" ? error.message : undefined;
}

function useBinding(name: string) {
  const { register } = useFormContext();
  return { ...register(name), error: useFieldError(name) };
}
