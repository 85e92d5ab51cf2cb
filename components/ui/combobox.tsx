"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from "react";

import { ComboboxList, optionId } from "./combobox-list";
import { type ComboboxOption, type ComboboxSource, useComboboxOptions } from "./combobox-options";
import { Field, type FieldWords, inputClass } from "./field";

export interface ComboboxProps extends FieldWords {
  readonly id?: string;
  readonly name?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** A search must be the same function from draw to draw. */
  readonly options: ComboboxSource;
  /** How to show a `value` whose option isn't at hand: with a search, or an odd value from Klarna. */
  readonly valueLabel?: string | undefined;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One of many, found by typing a part of its name. Arrows move, Enter takes, Escape leaves it as it was; an emptied field empties the value. */
export function Combobox(props: ComboboxProps) {
  const { id, label, help, error, warning, optional, className } = props;
  return (
    <Field {...{ id, label, help, error, warning }} {...(optional && { optional })} {...(className && { className })}>
      {(wired) => <Input {...props} wired={wired} />}
    </Field>
  );
}

type InputProps = ComboboxProps & { readonly wired: { readonly id: string } };

function Input({ label, name, value, onChange, onBlur, options: source, valueLabel, placeholder, disabled, ref, wired }: InputProps) {
  // What is typed since the field was entered; undefined while the chosen label stands there.
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [taken, setTaken] = useState<ComboboxOption>();
  const list = useRef<HTMLDivElement>(null);
  const { options, state } = useComboboxOptions(source, typed ?? "", open);
  const shown = options.slice(0, 100);
  const chosen = taken?.value === value ? taken : typeof source === "function" ? undefined : source.find((option) => option.value === value);
  const activeId = open && shown[active] ? optionId(wired.id, active) : undefined;

  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  function show(at = Math.max(0, typed === undefined && Array.isArray(source) ? source.findIndex((option) => option.value === value) : 0)): void {
    setActive(Math.min(at, 99));
    setOpen(true);
  }

  function take(option: ComboboxOption): void {
    setTaken(option);
    onChange(option.value);
    leave();
  }

  function leave(): void {
    setTyped(undefined);
    setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = shown[active];
    if (move && !open) show();
    else if (move && shown.length > 0) setActive((active + move + shown.length) % shown.length);
    else if (event.key === "Enter" && open) {
      // An answer to an earlier question isn't what was meant. Nor is what was chosen before, where nothing fits what is typed.
      if (option && state !== "searching") take(option);
    } else if (event.key === "Escape" && open) leave();
    else return;
    // Neither moves the caret, nor sends the form, nor closes the dialog around it.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="relative">
      <input
        {...wired}
        ref={ref}
        name={name}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${wired.id}-list`}
        aria-activedescendant={activeId}
        placeholder={placeholder}
        disabled={disabled}
        value={typed ?? chosen?.label ?? valueLabel ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          show(0);
        }}
        onClick={() => show()}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (typed?.trim() === "" && value !== "") onChange("");
          leave();
          onBlur?.();
        }}
        className={clsx(inputClass, "h-8 truncate pr-8 max-md:h-11")}
      />
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted" />
      <ComboboxList
        ref={list}
        id={wired.id}
        label={label}
        open={open}
        options={shown}
        more={options.length - shown.length}
        state={state}
        active={active}
        chosen={value}
        onTake={take}
      />
    </div>
  );
}
