"use client";

import { Pencil, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { Act } from "@/lib/desk/file";
import { type Fields, type Part, partKey } from "@/lib/klarna/file/parts";
import { valuesOf } from "@/lib/klarna/file/values";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { mayChange } from "./file-access";
import { PartFacts } from "./part-facts";
import { anchorOf, partTitle } from "./part-words";

// Whoever only reads needn't load the forms.
const SentPart = dynamic(() => import("./sent-part").then((module) => module.SentPart));
const PartForm = dynamic(() => import("./part-form").then((module) => module.PartForm), { loading: () => <LinesSkeleton lines={4} /> });

export interface PartPanelProps {
  readonly part: Part;
  /** As Klarna has it; undefined for one that Klarna hasn't got yet. */
  readonly fields: Fields | undefined;
  /** What can be done with it. */
  readonly acts: readonly Act[];
  /** Whether a press has just brought it here. */
  readonly begun?: boolean;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of the file: to be read, and by whom it may be, changed in its place. */
export function PartPanel({ part, fields, acts, begun = false, description, children }: PartPanelProps) {
  const id = useId();
  const { file } = useMerchantHere();
  const { book, content, held, access } = useEdit();
  const key = partKey(part);
  const edited = content.parts[key];
  const values = valuesOf(part.resource, fields ?? {});
  const stamps = file?.stamps[key] ?? {};
  const title = partTitle(part.resource, edited?.act === "create" ? edited.values : values);
  const panel = useRef<HTMLDivElement>(null);
  // What is pressed here goes away with the press: the focus goes on to what comes in its place. A form takes it by itself.
  const [pressed, setPressed] = useState(begun);
  useEffect(() => {
    const isForm = edited && edited.act !== "delete";
    if (pressed && !isForm && document.activeElement === document.body) panel.current?.querySelector("button")?.focus();
  }, [pressed, edited]);
  const begin = (act: Act) => {
    setPressed(true);
    book.begin(key, { act, start: values, stamps, values });
  };
  const leave = () => {
    setPressed(true);
    void book.drop(key);
  };
  const isHeld = edited !== undefined && held.has(key);
  const may = mayChange(access, part.resource);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds inputs; this holds facts too.
    <div ref={panel} role="group" aria-labelledby={id} id={anchorOf(key)} tabIndex={-1} className="border-b py-3 last:border-0">
      <header className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={id} className="wrap-anywhere min-w-0 font-semibold">
          {title}
        </h3>
        {edited && <Badge tone="waiting">{isHeld ? "Sent, not confirmed yet" : badges[edited.act]}</Badge>}
        {may && !edited && (
          <div className="ml-auto flex gap-1">
            {acts.includes("update") && (
              <Button variant="ghost" size="sm" icon={<Pencil aria-hidden />} aria-label={`Edit: ${title}`} onClick={() => begin("update")}>
                Edit
              </Button>
            )}
            {acts.includes("delete") && (
              <Button variant="ghost" size="sm" icon={<Trash2 aria-hidden />} aria-label={`Remove: ${title}`} onClick={() => begin("delete")}>
                Remove
              </Button>
            )}
          </div>
        )}
        {edited?.act === "delete" && !isHeld && (
          <Button className="ml-auto" size="sm" onClick={leave}>
            Don't remove it
          </Button>
        )}
      </header>
      {description && <p className="max-w-prose text-pretty text-muted">{description}</p>}
      {isHeld && <SentPart part={part} edited={edited} />}
      {!isHeld && edited && edited.act !== "delete" ? (
        <PartForm part={part} edited={edited} focused={pressed} onLeave={leave} />
      ) : (
        <>
          <PartFacts part={part} fields={fields ?? {}} masked={Object.keys(stamps)} />
          {children}
        </>
      )}
    </div>
  );
}

const badges: Readonly<Record<Act, string>> = { update: "Being changed", create: "New, not sent yet", delete: "To be removed, not sent yet" };
