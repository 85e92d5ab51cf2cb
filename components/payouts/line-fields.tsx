"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { TextDialog } from "@/components/ui/text-dialog";

/** Every field of a line as Klarna sent it, those included that the desk doesn't know. */
export function LineFields({ name, content }: { readonly name: string; readonly content: Readonly<Record<string, unknown>> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="ghost" aria-label={`All fields of this ${name}`} onClick={() => setOpen(true)}>
        Show
      </Button>
      {open && (
        <TextDialog
          open
          onClose={() => setOpen(false)}
          title="What Klarna said of this line"
          description="All of its fields as they came. Amounts are in minor units, without a sign."
          text={JSON.stringify(content, null, 2)}
          mono
        />
      )}
    </>
  );
}
