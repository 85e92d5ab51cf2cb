import type { ReactNode } from "react";

import { routes } from "@/lib/routes";

import { ButtonLink } from "./button-link";
import { CopyButton } from "./copy-button";
import { Notice } from "./notice";
import { type ProblemAbout, ProblemHelpHere } from "./problem-help";

export interface ProblemNoticeProps {
  readonly problem: {
    readonly status?: number;
    readonly message: string;
    readonly code?: string;
    readonly errorId?: string;
    readonly unclear?: boolean;
  };
  /** What failed, from the person's side: "The merchant wasn't created". */
  readonly title?: string;
  /** What is said in its place of a change that may have been done all the same. */
  readonly unclearTitle?: string;
  /** What is known of it beyond the page's address, for who is told of it. */
  readonly about?: ProblemAbout;
  readonly actions?: ReactNode;
  readonly className?: string;
}

/**
 * What failed and what to do, with the id that Klarna's support asks for. Announced as soon as it appears. A change that may have been done is never called a
 * failure, whatever the title says.
 */
export function ProblemNotice({ problem, title, unclearTitle = "Not known yet whether this was done", about = {}, actions, className }: ProblemNoticeProps) {
  const { message, unclear, ...known } = problem;
  const { code, errorId } = known;
  const said = unclear ? unclearTitle : title;
  const acts =
    code === "SIGNED_OUT" ? (
      <>
        {/* In another tab: what is typed in this one is nowhere else. */}
        <ButtonLink href={routes.signIn} target="_blank">
          Sign in in a new tab
        </ButtonLink>
        {actions}
      </>
    ) : (
      actions
    );
  return (
    <Notice tone={unclear ? "waiting" : "wrong"} role="alert" title={said ?? message} actions={acts} {...(className && { className })}>
      {said && <p>{message}</p>}
      {(code || errorId) && (
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-muted text-xs">
          {code && <span className="mono">{code}</span>}
          {errorId && (
            <span className="inline-flex min-w-0 items-center gap-1">
              <span className="shrink-0">Error id</span> <span className="min-w-0 break-all mono text-ink">{errorId}</span>
              <CopyButton value={errorId} label="error id" />
            </span>
          )}
        </p>
      )}
      {errorId && <ProblemHelpHere problem={{ ...known, about }} />}
    </Notice>
  );
}
