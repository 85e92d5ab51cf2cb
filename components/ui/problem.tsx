import type { ReactNode } from "react";

import { CopyButton } from "./copy-button";
import { Notice } from "./notice";
import { type ProblemAbout, ProblemHelpHere } from "./problem-help";

export interface ProblemNoticeProps {
  readonly problem: {
    readonly status?: number;
    readonly message: string;
    readonly code?: string;
    readonly errorId?: string;
  };
  /** What failed, from the person's side: "The merchant wasn't created". */
  readonly title?: string;
  /** What is known of it beyond the page's address, for who is told of it. */
  readonly about?: ProblemAbout;
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** What failed and what to do, with the id that Klarna's support asks for. Announced as soon as it appears. */
export function ProblemNotice({ problem, title, about = {}, actions, className }: ProblemNoticeProps) {
  const { message, ...known } = problem;
  const { code, errorId } = known;
  return (
    <Notice tone="wrong" role="alert" title={title ?? message} actions={actions} {...(className && { className })}>
      {title && <p>{message}</p>}
      {(code || errorId) && (
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-muted text-xs">
          {code && <span className="font-mono">{code}</span>}
          {errorId && (
            <span className="inline-flex min-w-0 items-center gap-1">
              <span className="shrink-0">Error id</span> <span className="min-w-0 break-all font-mono text-ink">{errorId}</span>
              <CopyButton value={errorId} label="error id" />
            </span>
          )}
        </p>
      )}
      {errorId && <ProblemHelpHere problem={{ ...known, about }} />}
    </Notice>
  );
}
