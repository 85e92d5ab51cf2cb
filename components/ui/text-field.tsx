import clsx from "clsx";
import type { ComponentProps } from "react";

import { Field, type FieldWords, inputClass } from "./field";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "className">, FieldWords {
  /** For ids, references, IBANs and amounts: Geist Mono. */
  readonly mono?: boolean;
}

/** One line of text. */
export function TextField({ id, label, help, error, warning, optional, className, mono = false, ...input }: TextFieldProps) {
  return (
    <Field {...{ id, label, help, error, warning }} {...(optional && { optional })} {...(className && { className })}>
      {(wired) => <input type="text" {...input} {...wired} className={clsx(inputClass, "h-8 max-md:h-11", mono && "font-mono tabular-nums")} />}
    </Field>
  );
}

export interface TextAreaFieldProps extends Omit<ComponentProps<"textarea">, "className">, FieldWords {}

/** Several lines of text; grows with them where the browser can. */
export function TextAreaField({ id, label, help, error, warning, optional, className, ...area }: TextAreaFieldProps) {
  return (
    <Field {...{ id, label, help, error, warning }} {...(optional && { optional })} {...(className && { className })}>
      {(wired) => <textarea rows={3} {...area} {...wired} className={clsx(inputClass, "field-sizing-content min-h-18 py-1.5")} />}
    </Field>
  );
}
