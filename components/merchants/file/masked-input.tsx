"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";

import { Button } from "@/components/ui/button";
import { inputClass, wiring } from "@/components/ui/field";

export interface MaskedInputProps {
  readonly name: string;
  readonly label: string;
  readonly masked: string;
}

/** A masked value in a form: it stays as it is at Klarna, unless somebody types another in its place. */
export function MaskedInput({ name, label, masked }: MaskedInputProps) {
  const { setValue, setFocus } = useFormContext();
  const id = useId();
  const replace = () => {
    setValue(name, "", { shouldDirty: true });
    // Its input is drawn in this one's place.
    requestAnimationFrame(() => setFocus(name));
  };
  return (
    <div className="grid min-w-0 gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input {...wiring(id, { help: "masked", optional: true })} readOnly value={masked} className={`${inputClass} h-8 font-mono tabular-nums max-md:h-11`} />
        <Button onClick={replace} aria-label={`Replace: ${label}`}>
          Replace
        </Button>
      </div>
      <p id={`${id}-help`} className="text-muted text-xs">
        Masked. It stays as it is unless you replace it.
      </p>
    </div>
  );
}
