import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";

import { ComboboxList, optionId } from "@/components/ui/combobox-list";
import { type ComboboxOption, matches } from "@/components/ui/combobox-options";
import { Field, type FieldWiring, type FieldWords, inputClass } from "@/components/ui/field";
import type { Named } from "@/lib/desk/note";
import { readDesk } from "@/lib/query/read";

import { mentionAt } from "./mention-at";

export interface MentionAreaProps extends FieldWords {
  readonly value: string;
  /** With the colleague who was just chosen from the list. */
  readonly onChange: (value: string, mentioned?: string) => void;
}

/** Several lines in which @ offers colleagues. Arrows move, Enter and Tab take, Escape leaves the text as it is. */
export function MentionArea({ value, onChange, ...words }: MentionAreaProps) {
  return <Field {...words}>{(wired) => <Area {...{ value, onChange, wired }} label={words.label} />}</Field>;
}

type AreaProps = Pick<MentionAreaProps, "value" | "onChange" | "label"> & { readonly wired: FieldWiring };

function Area({ value, onChange, label, wired }: AreaProps) {
  const { data: colleagues = [] } = useQuery({ ...readDesk<readonly Named[]>("colleagues"), staleTime: 60_000 });
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // Where the text is typed; and the @ whose list was left or answered.
  const [caret, setCaret] = useState(0);
  const [left, setLeft] = useState<number>();
  const [active, setActive] = useState(0);
  const moveTo = useRef<number>(undefined);

  const asked = mentionAt(value, caret);
  const options =
    asked && asked.start !== left
      ? matches(
          colleagues.map(({ id, name }) => ({ value: id, label: name })),
          asked.text,
        ).slice(0, 8)
      : [];
  const open = options.length > 0;

  useEffect(() => area.current?.focus(), []);
  useLayoutEffect(() => {
    if (moveTo.current === undefined || !area.current) return;
    area.current.setSelectionRange(moveTo.current, moveTo.current);
    setCaret(moveTo.current);
    moveTo.current = undefined;
  });

  function follow({ selectionEnd }: HTMLTextAreaElement, text: string): void {
    setCaret(selectionEnd);
    setActive(0);
    if (!mentionAt(text, selectionEnd)) setLeft(undefined);
  }

  function take(option: ComboboxOption): void {
    if (!asked) return;
    const [before, after] = [value.slice(0, asked.start), value.slice(caret)];
    const named = `@${option.label}${/^\s/.test(after) ? "" : " "}`;
    setLeft(asked.start);
    moveTo.current = before.length + option.label.length + 2;
    onChange(`${before}${named}${after}`, option.value);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const option = options[active];
    if (!open || !option || event.ctrlKey || event.metaKey) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) setActive((active + move + options.length) % options.length);
    else if (event.key === "Enter" || event.key === "Tab") take(option);
    else if (event.key === "Escape") setLeft(asked?.start);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="relative">
      <textarea
        {...wired}
        ref={area}
        rows={4}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={`${wired.id}-list`}
        aria-activedescendant={open ? optionId(wired.id, active) : undefined}
        onChange={({ target }) => {
          onChange(target.value);
          follow(target, target.value);
        }}
        onSelect={({ currentTarget }) => currentTarget.selectionEnd !== caret && follow(currentTarget, value)}
        onKeyDown={onKeyDown}
        onBlur={() => setLeft(asked?.start)}
        className={clsx(inputClass, "resize-y py-2")}
      />
      <ComboboxList
        ref={list}
        id={wired.id}
        label={`Colleagues for ${label}`}
        open={open}
        options={options}
        state="ready"
        more={0}
        active={active}
        chosen=""
        onTake={take}
      />
    </div>
  );
}
