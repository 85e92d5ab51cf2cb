"use client";

import { Undo2 } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { FormProvider, get, type Resolver, set, useForm } from "react-hook-form";

import { pressOver, watchPresses } from "@/components/operation/press";
import { Button } from "@/components/ui/button";
import type { EditedPart } from "@/lib/desk/file";
import type { Faults } from "@/lib/klarna/file/fault-fields";
import { type FieldRow, fileFields } from "@/lib/klarna/file/fields";
import { type Part, type PartResource, partKey } from "@/lib/klarna/file/parts";
import type { FieldValue, Values } from "@/lib/klarna/file/values";

import { type Refused, useEdit } from "./edit-context";
import { FieldInput } from "./field-input";
import { PartHintsProvider } from "./part-hints";
import { useCheckedReview } from "./use-checked-review";

export interface PartFormProps {
  readonly part: Part;
  readonly edited: EditedPart;
  /** Whether it was opened by a press: then its first field takes the focus that the press left. */
  readonly focused: boolean;
  readonly onLeave: () => void;
}

/** A part as a form. What is typed goes into the edit, which keeps it; nothing is sent before it was looked through. */
export function PartForm({ part, edited, focused, onLeave }: PartFormProps) {
  const { book, refused } = useEdit();
  const review = useCheckedReview();
  const key = partKey(part);
  const refusal = refused[key];
  const resolver = useMemo(() => resolverOf(part.resource, edited, refusal), [part.resource, edited, refusal]);
  const form = useForm<Nested>({ defaultValues: nested(edited.values), mode: "onTouched", resolver, shouldFocusError: false });

  const drawn = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it comes.
  useEffect(() => {
    if (focused && document.activeElement === document.body) drawn.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, []);
  useEffect(watchPresses, []);
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => book.change(key, flat(part.resource, form.getValues())) }),
    [form, book, key, part.resource],
  );
  // What was loaded from another window, or chosen where two had changed the same, is shown; what is typed here stands there already.
  useEffect(() => {
    if (JSON.stringify(flat(part.resource, form.getValues())) !== JSON.stringify(edited.values)) form.reset(nested(edited.values));
  }, [edited.values, form, part.resource]);
  useEffect(() => {
    if (refusal) void form.trigger(Object.keys(refusal.faults), { shouldFocus: true });
  }, [refusal, form]);

  return (
    <FormProvider {...form}>
      <PartHintsProvider resource={part.resource} edited={edited}>
        <form
          ref={drawn}
          className="grid max-w-2xl gap-4 py-3"
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void review();
          }}
        >
          {groupsOf(fileFields[part.resource]).map(({ group, rows }) => (
            <Group key={group ?? rows[0]?.name} title={group}>
              {rows.map((row) => (
                <FieldInput key={row.name} part={part} row={row} edited={edited} />
              ))}
            </Group>
          ))}
          <div>
            <Button variant="ghost" icon={<Undo2 aria-hidden />} onClick={onLeave}>
              Leave it as it was
            </Button>
          </div>
          {/* So that Enter in a field does what the bar's button does. */}
          <button type="submit" hidden />
        </form>
      </PartHintsProvider>
    </FormProvider>
  );
}

function Group({ title, children }: { readonly title: string | undefined; readonly children: ReactNode }) {
  if (title === undefined) return children;
  return (
    <fieldset className="grid min-w-0 gap-4 border-t pt-4">
      <legend className="float-left mb-3 w-full font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

/** Neighbours of one heading together, in the order of the rows. */
function groupsOf(rows: readonly FieldRow[]): readonly { readonly group: string | undefined; readonly rows: readonly FieldRow[] }[] {
  const groups: { group: string | undefined; rows: FieldRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.group === row.group) last.rows.push(row);
    else groups.push({ group: row.group, rows: [row] });
  }
  return groups;
}

type Nested = Record<string, unknown>;

function nested(values: Values): Nested {
  const form: Nested = {};
  for (const [name, value] of Object.entries(values)) set(form, name, structuredClone(value));
  return form;
}

function flat(resource: PartResource, form: Nested): Values {
  return Object.fromEntries(fileFields[resource].map(({ name }) => [name, (get(form, name) ?? "") as FieldValue]));
}

function resolverOf(resource: PartResource, { act, start }: EditedPart, refusal: Refused | undefined): Resolver<Nested> {
  return async (form) => {
    const values = flat(resource, form);
    const [faults]: [Faults, void] = await Promise.all([act === "delete" ? {} : checked(resource, act, start, values), pressOver()]);
    const errors = {};
    for (const [name, message] of Object.entries({ ...standing(refusal, values), ...faults })) set(errors, name, { type: "contract", message });
    return { values: {}, errors };
  };
}

/** The contract's schemas are loaded when somebody changes something. Without them nothing is called wrong: the server looks again. */
async function checked(...given: Parameters<typeof import("@/lib/klarna/file/check").checkPart>): Promise<Faults> {
  const contract = await import("@/lib/klarna/file/check").catch(() => undefined);
  return contract?.checkPart(...given) ?? {};
}

/** What Klarna refused, as far as it wasn't changed since. */
function standing(refusal: Refused | undefined, values: Values): Faults {
  if (!refusal) return {};
  return Object.fromEntries(Object.entries(refusal.faults).filter(([name]) => JSON.stringify(refusal.values[name]) === JSON.stringify(values[name])));
}
