import type { ReactNode } from "react";

import { Skeleton } from "@/components/ui/skeleton";

import { type AccountDetails, accountDetails } from "./account-details";

/** What is read from Klarna each time and not kept by the desk: on its way, here, or not to be had now. */
export interface Live {
  readonly details: AccountDetails | undefined;
  readonly failed: boolean;
}

/** An answer of Klarna's, or its absence, for the page. */
export function live(answer: unknown, failed: boolean): Live {
  return { details: answer === undefined ? undefined : accountDetails(answer), failed };
}

/** A value out of it; a grey stand-in of the same height while it is on its way. */
export function liveValue({ details, failed }: Live, pick: (details: AccountDetails) => ReactNode): ReactNode {
  if (details) return pick(details);
  return failed ? <span className="text-muted">Not read</span> : <Place />;
}

/** A line of text without words: it has the height and the baseline of the line that is coming. */
function Place() {
  return (
    <span className="relative block">
      {"\u200b"}
      <Skeleton className="absolute top-1 h-3 w-40 max-w-full" />
    </span>
  );
}
