"use client";

import { useId } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { EditedPart } from "@/lib/desk/file";
import { type Part, partKey } from "@/lib/klarna/file/parts";

import { ChangeList } from "./change-list";
import { useEdit } from "./edit-context";
import { anchorOf, partTitle } from "./part-words";
import { SentPart } from "./sent-part";
import { stepOf } from "./steps";

export interface GonePartProps {
  readonly part: Part;
  readonly edited: EditedPart;
  /** Where another can be added: begins one with what was typed. */
  readonly onAdd?: (() => void) | undefined;
}

/** What somebody changed of one that Klarna hasn't got any more: what they typed stays in sight, and they say what becomes of it. */
export function GonePart({ part, edited, onAdd }: GonePartProps) {
  const id = useId();
  const { book, held } = useEdit();
  const key = partKey(part);
  const step = stepOf(part, edited);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds inputs; this holds facts.
    <div role="group" aria-labelledby={id} id={anchorOf(key)} tabIndex={-1} className="border-b py-3 last:border-0">
      <header className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={id} className="wrap-anywhere min-w-0 font-semibold">
          {partTitle(part.resource, { ...edited.start, ...edited.values })}
        </h3>
        <Badge tone="waiting">{held.has(key) ? "Sent, not confirmed yet" : "Removed at Klarna meanwhile"}</Badge>
      </header>
      {held.has(key) ? (
        <SentPart part={part} edited={edited} />
      ) : (
        <div className="my-2 grid gap-3 rounded border border-waiting-line bg-waiting-soft px-3 py-2">
          <p className="max-w-prose text-pretty">
            {edited.act === "delete"
              ? "Klarna hasn't got this any more, so there is nothing left to remove."
              : "Klarna hasn't got this any more: somebody removed it since you began. This is what you typed, and it can't be sent."}
          </p>
          {edited.act === "update" && step && <ChangeList step={step} />}
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => void book.drop(key)}>Leave it out</Button>
            {onAdd && <Button onClick={onAdd}>Add as new</Button>}
          </div>
        </div>
      )}
    </div>
  );
}
