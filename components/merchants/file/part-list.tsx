"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";

import { Button } from "@/components/ui/button";
import type { Act, EditedPart } from "@/lib/desk/file";
import { itemsIn, type Part, type PartResource, partKey, partOf } from "@/lib/klarna/file/parts";
import { type Values, valuesOf } from "@/lib/klarna/file/values";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { mayChange } from "./file-access";
import { isGone } from "./gone";
import { isMask } from "./part-hints";
import { PartPanel } from "./part-panel";

// Hardly anybody needs it.
const GonePart = dynamic(() => import("./gone-part").then((module) => module.GonePart));

export interface PartListProps {
  readonly resource: PartResource;
  readonly acts: readonly Act[];
  /** What is said when Klarna has none, and what the button that adds one says. */
  readonly none: string;
  readonly add?: string;
  readonly under?: (fields: Readonly<Record<string, unknown>>) => ReactNode;
}

const atFirst = 30;

/** All of a kind that a merchant has, and those that are being added. Very many are shown bit by bit. */
export function PartList({ resource, acts, none, add, under }: PartListProps) {
  const { account } = useMerchantHere();
  const { book, content, access } = useEdit();
  const [most, setMost] = useState(atFirst);
  const [begun, setBegun] = useState<string>();
  const items = itemsIn(account, resource);
  // One that is being changed is never among those that are left for later.
  const shown = items.filter(({ id }, index) => index < most || content.parts[partKey({ resource, id })]);
  const left = items.length - shown.length;
  const edits = Object.entries(content.parts).flatMap(([key, edited]) => {
    const part = partOf(key);
    return part?.resource === resource ? [{ part, edited }] : [];
  });
  const added = edits.filter(({ edited }) => edited.act === "create");
  const gone = edits.filter(({ part, edited }) => isGone(account, part, edited));
  const mayAdd = add !== undefined && mayChange(access, resource);
  const begin = (typed: Values = {}) => {
    const start = valuesOf(resource, {});
    const id = `new-${crypto.randomUUID()}`;
    setBegun(id);
    book.begin(partKey({ resource, id }), { act: "create", start, stamps: {}, values: { ...start, ...typed } });
  };
  const addAnew = (part: Part, edited: EditedPart) => {
    begin(withoutMasks(edited));
    void book.drop(partKey(part));
  };
  return (
    <>
      {items.length === 0 && added.length === 0 && <p className="py-2 text-muted">{none}</p>}
      {shown.map(({ id, fields }) => (
        <PartPanel key={id} part={{ resource, id }} fields={fields} acts={acts}>
          {under?.(fields)}
        </PartPanel>
      ))}
      {left > 0 && (
        <Button className="my-3" onClick={() => setMost(most + 100)}>
          Show {Math.min(100, left)} more of {items.length}
        </Button>
      )}
      {gone.map(({ part, edited }) => (
        <GonePart key={part.id} part={part} edited={edited} onAdd={mayAdd && edited.act === "update" ? () => addAnew(part, edited) : undefined} />
      ))}
      {added.map(({ part }) => (
        <PartPanel key={part.id} part={part} fields={undefined} acts={[]} begun={part.id === begun} />
      ))}
      {mayAdd && (
        <Button
          className="mt-3"
          icon={<Plus aria-hidden />}
          onClick={({ currentTarget }) => {
            begin();
            // The new form's first field takes it.
            currentTarget.blur();
          }}
        >
          {add}
        </Button>
      )}
    </>
  );
}

/** What was typed, for another: a mask stands for a value that nobody here has. */
function withoutMasks(edited: EditedPart): Values {
  return Object.fromEntries(Object.entries(edited.values).filter(([name]) => !isMask(name, edited)));
}
