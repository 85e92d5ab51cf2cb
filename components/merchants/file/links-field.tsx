"use client";

import { useFieldArray } from "react-hook-form";

import { AddButton, RemoveButton } from "@/components/operation/form-section";
import { FormTextField, useFieldError } from "@/components/ui/form-fields";

/** Rows of a network and an address. */
export function LinksField({ name, label }: { readonly name: string; readonly label: string }) {
  const { fields, append, remove } = useFieldArray({ name });
  const error = useFieldError(name);
  return (
    <fieldset data-entries className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium">{label}</legend>
      {error && <p className="text-wrong text-xs">{error}</p>}
      {fields.map(({ id }, index) => (
        <div key={id} className="grid items-start gap-3 max-sm:border-b max-sm:pb-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]">
          <FormTextField name={`${name}.${index}.provider`} label="Network" optional placeholder="INSTAGRAM" />
          <FormTextField name={`${name}.${index}.url`} label="Address" type="url" optional spellCheck={false} />
          <RemoveButton className="sm:mt-[26px]" label={`Remove social media link ${index + 1}`} onRemove={() => remove(index)} />
        </div>
      ))}
      <AddButton onClick={() => append({ provider: "", url: "" })}>Add a link</AddButton>
    </fieldset>
  );
}
