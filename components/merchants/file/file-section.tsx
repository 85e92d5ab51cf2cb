"use client";

import type { ReactNode } from "react";

import { staleWords } from "@/components/operation/stale-words";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { Problem } from "@/lib/klarna/problem";

import { useMerchantHere } from "../merchant-context";
import { Section } from "../section";

export interface FileSectionProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** About how high it will be, in lines: what stands below it should move as little as may be when it comes. */
  readonly lines?: number;
  /** Drawn once Klarna has said what there is. */
  readonly children: () => ReactNode;
}

/** A part of a merchant's page that is read from Klarna each time: on its way, here, or not to be had, and why. */
export function FileSection({ title, description, lines = 6, children }: FileSectionProps) {
  const { account, klarnaProblem, deskProblem } = useMerchantHere();
  const problem = klarnaProblem ?? deskProblem;
  return (
    <Section title={title}>
      {description && <p className="max-w-prose pt-2 text-pretty text-muted">{description}</p>}
      {account !== undefined && children()}
      {account === undefined && problem && <p className="wrap-anywhere max-w-prose py-2 text-pretty text-muted">{whyNotRead(problem)}</p>}
      {account === undefined && !problem && (
        <div className="py-3">
          <LinesSkeleton lines={lines} />
        </div>
      )}
    </Section>
  );
}

/** The desk keeps nothing of this, so without an answer there is nothing to show. */
function whyNotRead(problem: Problem): string {
  if (problem.status === 404) return "Klarna doesn't know this account any more, and the desk keeps nothing of this itself: there is nothing to show.";
  const after = problem.status === 403 ? "" : problem.status === 401 ? " Sign in with the button above." : " Try again with the button above.";
  return `Not read: the desk keeps nothing of this itself. ${staleWords(problem)}${after}`;
}
