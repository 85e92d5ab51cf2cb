import clsx from "clsx";

import { CopyButton } from "@/components/ui/copy-button";
import { type Note, partsOf } from "@/lib/desk/note";

export interface NoteTextProps {
  readonly note: Note;
  /** Whether a long one is cut off after some lines. */
  readonly cut?: boolean;
}

/** What a note says, as it was written; whom it names stands out. */
export function NoteText({ note: { body, mentions, ticket }, cut = false }: NoteTextProps) {
  const names = mentions.map(({ name }) => name);
  return (
    <div className="grid gap-1.5">
      <div className="max-w-prose rounded border bg-sunken px-3 py-2">
        <p dir="auto" className={clsx("wrap-anywhere whitespace-pre-wrap", cut && "line-clamp-6")}>
          {partsOf(body, names).map(({ text, mention }, at) =>
            mention ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity, and keep no state.
              <span key={at} className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent-ink">
                {text}
              </span>
            ) : (
              text
            ),
          )}
        </p>
      </div>
      {ticket && (
        <p className="inline-flex min-w-0 items-center gap-1 text-muted text-xs">
          Ticket <span className="min-w-0 break-all mono text-ink">{ticket}</span>
          <CopyButton value={ticket} label="ticket number" />
        </p>
      )}
    </div>
  );
}
