"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Dialog } from "@/components/ui/dialog";

/** Every field of a line as Klarna sent it, those included that the desk doesn't know. */
export function LineFields({ name, content }: { readonly name: string; readonly content: Readonly<Record<string, unknown>> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="ghost" aria-label={`All fields of this ${name}`} onClick={() => setOpen(true)}>
        Show
      </Button>
      {open && (
        <Dialog
          open
          onClose={() => setOpen(false)}
          title="What Klarna said of this line"
          size="lg"
          footer={<Button onClick={() => setOpen(false)}>Close</Button>}
        >
          <DescriptionList items={Object.entries(content).map(([term, value]) => ({ term, value: asText(value) }))} />
        </Dialog>
      )}
    </>
  );
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
