import { useEffect, useRef } from "react";

import { TextField, type TextFieldProps } from "@/components/ui/text-field";

export interface TypedFieldProps extends Omit<TextFieldProps, "value" | "defaultValue" | "onChange"> {
  readonly value: string;
  readonly onType: (text: string) => void;
}

/** A text that counts with each letter. Its value says later what was typed, and then the field stays as it is; what comes from elsewhere, such as by Back, is shown in it. */
export function TypedField({ value, onType, ...field }: TypedFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  // What was typed here and the value hasn't said yet, the oldest first.
  const typed = useRef<readonly string[]>([]);
  useEffect(() => {
    const at = typed.current.indexOf(value);
    typed.current = at < 0 ? [] : typed.current.slice(at + 1);
    if (at < 0 && input.current) input.current.value = value;
  }, [value]);
  return (
    <TextField
      {...field}
      ref={input}
      defaultValue={value}
      onChange={({ target }) => {
        // What is said already changes nothing, and isn't waited for.
        typed.current = target.value === value ? [] : [...typed.current, target.value];
        onType(target.value);
      }}
    />
  );
}
