import { useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { FileButton } from "@/components/ui/file-button";
import { TextArea } from "@/components/ui/text-area";

export interface FindFormProps {
  readonly busy: boolean;
  readonly onGiven: (bytes: Uint8Array) => void;
}

const mostBytes = 20_000_000;

/** Takes references that are pasted, or a file. */
export function FindForm({ busy, onGiven }: FindFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [ready, setReady] = useState(false);
  const [fault, setFault] = useState<string>();
  // Before the page's scripts are there, sending the form would only lose what was typed.
  useEffect(() => setReady(true), []);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setFault(file.size > mostBytes ? "This file is larger than 20 MB. Export a shorter period." : undefined);
    if (file.size <= mostBytes) onGiven(new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <form
      method="post"
      className="max-w-2xl"
      onSubmit={(event) => {
        event.preventDefault();
        const text = area.current?.value.trim() ?? "";
        setFault(text === "" ? "Paste a reference, or choose a file." : undefined);
        if (text !== "") onGiven(new TextEncoder().encode(text));
      }}
    >
      <TextArea
        ref={area}
        label="References, or lines of a statement"
        name="references"
        mono
        rows={5}
        spellCheck={false}
        placeholder="XD65-113574395"
        help="One a line, as your bank shows them."
        {...(fault && { error: fault })}
        onChange={() => setFault(undefined)}
      />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" loading={busy} disabled={!ready}>
          Find
        </Button>
        <FileButton
          accept=".csv,.txt,.tsv,.xml,.053,text/csv,text/plain,text/xml,application/xml"
          onChange={({ target }) => {
            void choose(target.files?.[0]);
            // The same file can be chosen again, after it was exported anew.
            target.value = "";
          }}
        >
          Choose a statement
        </FileButton>
      </div>
    </form>
  );
}
