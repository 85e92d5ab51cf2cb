"use client";

import { Check, Copy, X } from "lucide-react";

import { Button } from "./button";
import { useCopy } from "./use-copy";

export interface CopyButtonProps {
  readonly value: string;
  /** What is copied, for its name: "Copy error id". */
  readonly label: string;
}

/** Copies a value, and says whether it did. */
export function CopyButton({ value, label }: CopyButtonProps) {
  const { outcome, copy } = useCopy();
  return (
    <span className="inline-flex align-middle">
      <Button variant="ghost" size="sm" className="w-7 px-0! max-md:w-11" aria-label={`Copy ${label}`} onClick={() => copy(value)}>
        {outcome === "copied" ? (
          <Check aria-hidden className="text-good" />
        ) : outcome === "failed" ? (
          <X aria-hidden className="text-wrong" />
        ) : (
          <Copy aria-hidden />
        )}
      </Button>
      <span role="status" className="sr-only">
        {outcome === "copied" ? `Copied ${label}` : outcome === "failed" ? `Couldn't copy ${label}; select it and copy it by hand` : ""}
      </span>
    </span>
  );
}
