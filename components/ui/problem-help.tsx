"use client";

import { createContext, type ReactNode, useContext } from "react";

/** What is known of a problem beside what it says itself: of which operation of Klarna's it came, on which account. */
export interface ProblemAbout {
  readonly environment?: "test" | "live" | undefined;
  readonly accountId?: string | undefined;
  readonly operation?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** When it was sent, where that was before it is shown; ISO 8601. */
  readonly at?: string | undefined;
}

export interface ProblemToHelp {
  readonly status?: number;
  readonly code?: string;
  readonly errorId?: string;
  readonly about: ProblemAbout;
}

/** What the pages around offer to whoever sees a problem. Undefined outside of them. */
export const ProblemHelp = createContext<((problem: ProblemToHelp) => ReactNode) | undefined>(undefined);

/** The place of that help beside a problem. */
export function ProblemHelpHere({ problem }: { readonly problem: ProblemToHelp }) {
  return useContext(ProblemHelp)?.(problem);
}
