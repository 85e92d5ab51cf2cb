"use client";

import clsx from "clsx";
import { CloudOff, RefreshCw } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { type ProblemAbout, ProblemHelpHere } from "@/components/ui/problem-help";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Problem } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";

import { staleWords } from "./stale-words";

export interface FreshnessProps {
  /** What is said while all is well. */
  readonly children: ReactNode;
  /** Why the latest read failed. */
  readonly problem?: Problem | undefined;
  /** From when the shown things are; null when nothing could be read yet. */
  readonly at: string | null;
  readonly busy: boolean;
  readonly refresh: () => void;
  /** What was read, for who is told of a failure. */
  readonly about?: ProblemAbout;
}

/**
 * The line above what was read: how fresh it is and a way to read it anew; when that fails, what is away and how old the shown
 * things are. It has its place from the beginning, so that nothing on the page moves when Klarna or the desk goes away.
 */
export function Freshness({ children, problem, at, busy, refresh, about = {} }: FreshnessProps) {
  // A page that took long to come is read anew at once: the server hasn't drawn that.
  const turning = useSyncExternalStore(
    never,
    () => busy,
    () => false,
  );
  const signedOut = problem?.status === 401;
  return (
    <div
      className={clsx(
        "flex min-h-10 items-center gap-x-2 gap-y-1 rounded border py-1 max-md:min-h-13",
        problem ? "border-waiting-line bg-waiting-soft pr-1 pl-3 max-md:py-2" : "border-transparent text-muted",
        signedOut && "max-md:flex-wrap",
      )}
    >
      {problem && <CloudOff aria-hidden className="size-4 shrink-0 text-waiting max-md:mt-0.5 max-md:self-start" />}
      <div role="status" className={clsx("flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5", signedOut && "max-md:basis-60")}>
        {problem ? <Stale problem={problem} at={at} about={about} /> : <Unannounced>{children}</Unannounced>}
      </div>
      <div className="ml-auto flex flex-wrap justify-end gap-1">
        {/* In another tab: what is typed in this one is nowhere else. */}
        {signedOut && (
          <ButtonLink size="sm" href={routes.signIn} target="_blank">
            Sign in in a new tab
          </ButtonLink>
        )}
        <Button data-command="refresh" variant={problem ? "secondary" : "ghost"} size="sm" icon={<RefreshCw aria-hidden />} loading={turning} onClick={refresh}>
          {problem ? "Try again" : "Refresh"}
        </Button>
      </div>
    </div>
  );
}

function Stale({ problem, at, about }: { readonly problem: Problem; readonly at: string | null; readonly about: ProblemAbout }) {
  return (
    <>
      <span className="wrap-anywhere min-w-0">
        <span className="font-medium">{staleWords(problem)}</span> {at ? "This is what the desk saw" : "The desk hasn't seen this before."}
      </span>
      {at && (
        <Unannounced>
          <RelativeTime at={at} />
        </Unannounced>
      )}
      {problem.errorId && (
        <Unannounced>
          <span className="inline-flex min-w-0 items-center gap-1 text-xs">
            Error id <span className="break-all mono">{problem.errorId}</span>
            <CopyButton value={problem.errorId} label="error id" />
          </span>
        </Unannounced>
      )}
      {problem.errorId && <ProblemHelpHere problem={{ ...problem, about }} />}
    </>
  );
}

/** A time that gets older isn't news, nor is another id of the same fault at each try. */
function Unannounced({ children }: { readonly children: ReactNode }) {
  return (
    <span aria-live="off" className="contents">
      {children}
    </span>
  );
}

function never(): () => void {
  return () => undefined;
}
