"use client";

import { useEffect, useRef } from "react";

import { TextField, type TextFieldProps } from "./text-field";

export interface DateFieldProps extends Omit<TextFieldProps, "type" | "value" | "defaultValue" | "onChange"> {
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** Long enough to type the next digit: the years 2, 20 and 202 are days, too. */
const pause = 700;

/** A day that counts once it is whole: when typing pauses, by Enter, and on leaving. The field stays as it is until then; what comes from elsewhere is shown in it. */
export function DateField({ value, onChange, ...field }: DateFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    clearTimeout(timer.current);
    if (input.current) input.current.value = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function settle(): void {
    clearTimeout(timer.current);
    const typed = input.current;
    if (!typed?.validity.valid || typed.value === told.current) return;
    told.current = typed.value;
    tell.current(typed.value);
  }

  function settleSoon(): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(settle, pause);
  }

  return (
    <TextField
      {...field}
      ref={input}
      type="date"
      defaultValue={value}
      onChange={settleSoon}
      onBlur={settle}
      onKeyDown={({ key }) => void (key === "Enter" && settle())}
    />
  );
}
