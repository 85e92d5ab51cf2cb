"use client";

import type { ReactNode } from "react";

import { LinesSkeleton } from "@/components/ui/skeleton";

import { useMerchantHere } from "../merchant-context";
import { Section } from "../section";

export interface FileSectionProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Drawn once Klarna has said what there is. */
  readonly children: () => ReactNode;
}

/** A part of a merchant's page that is read from Klarna each time: on its way, here, or not to be had now. */
export function FileSection({ title, description, children }: FileSectionProps) {
  const { account, klarnaProblem, deskProblem } = useMerchantHere();
  return (
    <Section title={title}>
      {description && <p className="max-w-prose pt-2 text-pretty text-muted">{description}</p>}
      {account !== undefined && children()}
      {account === undefined && (klarnaProblem || deskProblem) && (
        <p className="py-2 text-muted">Not read: the desk keeps nothing of this, and Klarna can't be asked now. Try again with the button above.</p>
      )}
      {account === undefined && !klarnaProblem && !deskProblem && (
        <div className="py-3">
          <LinesSkeleton lines={6} />
        </div>
      )}
    </Section>
  );
}
