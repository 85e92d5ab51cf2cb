"use client";

import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";

import { Button } from "@/components/ui/button";
import type { Act } from "@/lib/desk/file";
import { itemsIn, type PartResource, partOf } from "@/lib/klarna/file/parts";
import { valuesOf } from "@/lib/klarna/file/values";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { mayChange } from "./file-access";
import { PartPanel } from "./part-panel";

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
  const items = itemsIn(account, resource);
  const added = Object.entries(content.parts).flatMap(([key, { act }]) => {
    const part = partOf(key);
    return act === "create" && part?.resource === resource ? [part] : [];
  });
  const begin = () => {
    const id = `new-${crypto.randomUUID()}`;
    const start = valuesOf(resource, {});
    book.begin(`${resource} ${id}`, { act: "create", start, stamps: {}, values: start });
  };
  return (
    <>
      {items.length === 0 && added.length === 0 && <p className="py-2 text-muted">{none}</p>}
      {items.slice(0, most).map(({ id, fields }) => (
        <PartPanel key={id} part={{ resource, id }} fields={fields} acts={acts}>
          {under?.(fields)}
        </PartPanel>
      ))}
      {items.length > most && (
        <Button className="my-3" onClick={() => setMost(most + 100)}>
          Show {Math.min(100, items.length - most)} more of {items.length}
        </Button>
      )}
      {added.map((part) => (
        <PartPanel key={part.id} part={part} fields={undefined} acts={[]} />
      ))}
      {add && mayChange(access, resource) && (
        <Button className="mt-3" icon={<Plus aria-hidden />} onClick={begin}>
          {add}
        </Button>
      )}
    </>
  );
}
