"use client";

import { useId, useState } from "react";

import { Button } from "@/components/ui/button";
import type { Conflict } from "@/lib/desk/file";
import { fieldRow, fullLabel } from "@/lib/klarna/file/fields";
import type { FieldValue, Values } from "@/lib/klarna/file/values";

import { useEdit } from "./edit-context";
import type { Step } from "./steps";
import { useShownValue } from "./use-shown-value";

export interface ConflictViewProps {
  readonly step: Step;
  readonly conflicts: readonly Conflict[];
  readonly onChosen: () => void;
}

/** Where two people changed the same: theirs, yours and the start, and a choice for each field. Nothing is sent before all are made. */
export function ConflictView({ step: { key, part, edited }, conflicts, onChosen }: ConflictViewProps) {
  const { book } = useEdit();
  const shownValue = useShownValue();
  const [chosen, setChosen] = useState<Readonly<Record<string, "theirs" | "yours">>>({});
  const open = conflicts.filter(({ name }) => !chosen[name]).length;
  const shown = (name: string, value: unknown) => {
    const row = fieldRow(part.resource, name);
    return (row && shownValue(row, value as FieldValue, edited.values)) || "Nothing";
  };
  function choose(): void {
    const each = (pick: (conflict: Conflict) => unknown) => Object.fromEntries(conflicts.map((conflict) => [conflict.name, pick(conflict)]));
    const values = each(({ name, theirs }) => (chosen[name] === "theirs" ? theirs : edited.values[name]));
    const stamps = Object.fromEntries(conflicts.flatMap(({ name, stamp }) => (stamp === undefined ? [] : [[name, stamp]])));
    book.rebase(key, each(({ theirs }) => theirs) as Values, stamps, values as Values);
    onChosen();
  }
  return (
    <div className="grid gap-3">
      <p>
        {edited.round > 0
          ? "This was changed since you began, by somebody else or by what you sent before."
          : "Somebody else changed the same since you began."}{" "}
        Nothing of this step was sent. Choose for each field what is to stand:
      </p>
      {conflicts.map(({ name, theirs }) => {
        const row = fieldRow(part.resource, name);
        return (
          <fieldset key={name} className="grid min-w-0 gap-1.5 rounded border p-3">
            <legend className="px-1 font-medium">{row ? fullLabel(row) : name}</legend>
            <Choice
              name={name}
              label="Theirs"
              value={shown(name, theirs)}
              chosen={chosen[name] === "theirs"}
              onChoose={() => setChosen({ ...chosen, [name]: "theirs" })}
            />
            <Choice
              name={name}
              label="Yours"
              value={shown(name, edited.values[name])}
              chosen={chosen[name] === "yours"}
              onChoose={() => setChosen({ ...chosen, [name]: "yours" })}
            />
            <p className="text-muted text-xs">When you began: {shown(name, edited.start[name])}</p>
          </fieldset>
        );
      })}
      <div>
        <Button
          variant="primary"
          onClick={choose}
          {...(open > 0 && { unavailable: `Choose for ${open === 1 ? "one more field" : `${open} more fields`} first.` })}
        >
          Go on with these
        </Button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, label, value, chosen, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex items-start gap-2.5 max-md:min-h-11">
      <input
        id={id}
        type="radio"
        name={`conflict-${name}`}
        checked={chosen}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-accent max-md:size-5"
      />
      <span className="wrap-anywhere min-w-0">
        <span className="text-muted">{label}:</span> <span className="whitespace-pre-line">{value}</span>
      </span>
    </label>
  );
}
