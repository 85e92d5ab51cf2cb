import clsx from "clsx";
import type { ComponentProps } from "react";

import { Field, type FieldWords, inputClass } from "./field";

export interface TextAreaProps extends Omit<ComponentProps<"textarea">, "className">, FieldWords {
  /** For ids and references: Geist Mono. */
  readonly mono?: boolean;
}

/** Several lines of text. */
export function TextArea({ id, label, help, error, warning, optional, className, mono = false, rows = 6, ...area }: TextAreaProps) {
  return (
    <Field {...{ id, label, help, error, warning }} {...(optional && { optional })} {...(className && { className })}>
      {(wired) => <textarea rows={rows} {...area} {...wired} className={clsx(inputClass, "resize-y py-2", mono && "font-mono tabular-nums")} />}
    </Field>
  );
}
