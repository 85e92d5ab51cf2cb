"use client";

import { useId, useState } from "react";
import { useFormContext } from "react-hook-form";

import { FieldNotes } from "@/components/ui/field";
import { useFieldError } from "@/components/ui/form-fields";

import { stakeholderRoles } from "./choices";

/** What a person is in the business: one or more. */
export function RolesField({ name }: { readonly name: string }) {
  const { register, getValues } = useFormContext();
  const error = useFieldError(name);
  const id = useId();
  // Roles that Klarna has added since: they can be kept or taken away, and are called what Klarna calls them.
  const [others] = useState(
    () => (getValues(name) as readonly string[] | undefined)?.filter((role) => !stakeholderRoles.some(({ value }) => value === role)) ?? [],
  );
  return (
    <fieldset aria-describedby={error && `${id}-error`} className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-medium">Roles</legend>
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
        {[...stakeholderRoles, ...others.map((value) => ({ value, label: value, help: "A role that this desk doesn't know." }))].map(
          ({ value, label, help }) => (
            <label key={value} className="flex items-start gap-2.5 max-md:min-h-11">
              <input
                type="checkbox"
                {...register(name)}
                value={value}
                aria-invalid={error ? true : undefined}
                className="mt-0.5 size-4 shrink-0 accent-accent max-md:size-5"
              />
              <span>
                {label}
                <span className="block text-muted text-xs">{help}</span>
              </span>
            </label>
          ),
        )}
      </div>
      <FieldNotes id={id} help={undefined} error={error} warning={undefined} />
    </fieldset>
  );
}
