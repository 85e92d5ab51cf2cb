"use client";

import { useMutation } from "@tanstack/react-query";
import { Download, Undo2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import { usePageAnew } from "@/components/operation/use-page-anew";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { refuseHeld } from "@/components/ui/refuse-held";
import { RelativeTime } from "@/components/ui/relative-time";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import type { BookExport, BookStyle } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { download } from "@/lib/query/download";
import { send } from "@/lib/query/send";

import { entriesText } from "./words";

export interface ExportItemProps {
  readonly environment: Environment;
  readonly made: BookExport;
  readonly mayTakeBack: boolean;
  readonly mayDownload: boolean;
  readonly locked: boolean;
}

/** One export: who made it, its files, and the way to take it back. */
export function ExportItem({ environment, made, mayTakeBack, mayDownload, locked }: ExportItemProps) {
  const pageAnew = usePageAnew();
  const [sure, setSure] = useState(false);
  const path = `/api/desk/books/exports/${made.id}`;
  // What failed last is told: each takes away what the other said, but drops nothing that is under way.
  const file = useMutation({
    mutationFn: (style: BookStyle) => download(`${path}/file?${new URLSearchParams({ environment, style })}`),
    onMutate: (): void => (back.isError ? back.reset() : undefined),
  });
  const back = useMutation({
    mutationFn: () => send<void>(path, { method: "DELETE", search: { environment } }),
    onMutate: (): void => (file.isError ? file.reset() : undefined),
    onSettled: () => {
      leave();
      pageAnew();
    },
  });
  // Known before the page is read again.
  const over = made.taken_back_at !== null || back.isSuccess;
  const asking = sure && !locked && !over;
  const question = useId();
  const area = useRef<HTMLLIElement>(null);
  const keepPlace = useFocusAfter(area, `${asking} ${over}`, rows);
  const leave = () => {
    setSure(false);
    keepPlace();
  };
  const error = file.error ?? back.error;
  return (
    <li ref={area} className="rounded border px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0">
          <span className="font-medium">
            {entriesText(made.entries)}, {made.style === "lines" ? "line by line" : "collected"}
          </span>{" "}
          <span className="text-muted">
            by {made.by}, <RelativeTime at={made.at} />
          </span>{" "}
          {over && <Badge tone="off">Taken back{made.taken_back_by && ` by ${made.taken_back_by}`}</Badge>}
        </p>
        <div data-acts className="flex flex-wrap gap-2">
          {mayDownload &&
            (made.style === "lines" ? (["lines", "collected"] as const) : (["collected"] as const)).map((style) => (
              <Button key={style} icon={<Download aria-hidden />} loading={file.isPending && file.variables === style} onClick={() => file.mutate(style)}>
                {style === "lines" ? "Lines" : made.style === "lines" ? "Collected" : "Download"}
              </Button>
            ))}
          {mayTakeBack && !over && !asking && (
            <Button icon={<Undo2 aria-hidden />} unavailable={locked ? "The month is locked: unlock it first" : undefined} onClick={() => setSure(true)}>
              Take back…
            </Button>
          )}
        </div>
      </div>
      {asking && (
        <div className="mt-3 flex flex-wrap items-center gap-2 border-t pt-3">
          <p id={question} className="min-w-0 flex-1 basis-80 text-pretty">
            What it holds can then be exported again. Take it back only when it isn't in your books, or when you take it out there too.
          </p>
          {/* The focus comes here with the question. What a held key goes on pressing was meant for the button before. */}
          <Button aria-describedby={question} autoFocus onKeyDown={refuseHeld} onClick={leave}>
            Leave it exported
          </Button>
          <Button variant="danger" loading={back.isPending} onClick={() => back.mutate()}>
            Take the export back
          </Button>
        </div>
      )}
      {error && <ProblemNotice className="mt-3" title={file.error ? "There is no file" : "It wasn't taken back"} problem={ProblemError.of(error).problem} />}
    </li>
  );
}

// The last of its buttons is that which asks, while it can be taken back.
const rows = { row: "[data-acts]", target: "button:last-of-type" };
