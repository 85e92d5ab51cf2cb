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
