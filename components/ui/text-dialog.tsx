"use client";

import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";

import { Button } from "./button";
import { Dialog } from "./dialog";
import { TextArea } from "./text-area";
import { useCopy } from "./use-copy";

export interface TextDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description: ReactNode;
  readonly text: string;
  /** What the text is called; "Text" without it. */
  readonly label?: string;
  /** The text's language, where it may be another than the desk's. */
  readonly lang?: string;
  /** A text of about the length of all that take turns here: the dialog is as tall for each of them as for this one, so that it stays where it is. */
  readonly like?: string;
  /** What stands over the text, and under it. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  /** For ids and times: Geist Mono. */
  readonly mono?: boolean;
}

/** Shows a text that is ready to be taken elsewhere, and copies it. Where the browser doesn't let it, the text is selected instead. */
export function TextDialog({ open, onClose, title, description, text, label = "Text", lang, like, above, below, mono = false }: TextDialogProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { outcome, copy } = useCopy();
  useEffect(() => {
    if (outcome === "failed") area.current?.select();
  }, [outcome]);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      size="lg"
      footer={
        <>
          <span role="status" className="mr-auto self-center text-muted text-xs">
            {outcome === "copied" && "Copied."}
            {outcome === "failed" && "This browser didn't let it be copied. It is selected: copy it by hand."}
          </span>
          <Button variant="primary" icon={outcome === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={() => copy(text)}>
            Copy
          </Button>
        </>
      }
    >
      {above}
      <TextArea
        ref={area}
        label={label}
        lang={lang}
        optional="quietly"
        readOnly
        value={text}
        mono={mono}
        rows={like === undefined ? rowsOf(text) : rowsOf(like, 1.25)}
      />
      {below}
    </Dialog>
  );
}

/** As tall as the text, about, by how many letters a line has room for; a longer one scrolls. `longer` leaves room for others. */
function rowsOf(text: string, longer = 1): number {
  const letters = (window.innerWidth < 768 ? 30 : 85) / longer;
  const rows = text.split("\n").map((line) => Math.max(1, Math.ceil(line.length / letters)));
  return Math.min(
    20 * longer,
    rows.reduce((sum, one) => sum + one, 1),
  );
}
