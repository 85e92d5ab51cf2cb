"use client";

import { useQuery } from "@tanstack/react-query";

import type { AttentionCounts } from "@/lib/desk/attention";
import { readDesk } from "@/lib/query/read";

/** How much waits for this person or for nobody in particular, kept true while the page is open; nothing where nothing waits. */
export function AttentionCount({ first }: { readonly first: AttentionCounts }) {
  const { data } = useQuery({ ...readDesk<AttentionCounts>("attention/counts"), initialData: first, staleTime: 30_000, refetchInterval: 60_000 });
  const { mine, unassigned } = data;
  const count = mine + unassigned;
  if (count === 0) return null;
  return (
    <>
      <span aria-hidden className="hide-collapsed ml-auto rounded-full bg-accent-soft px-1.5 font-medium text-accent-ink text-xs tabular-nums">
        {count > 999 ? "999+" : count}
      </span>
      <span className="sr-only">{`, ${mine.toLocaleString("en")} yours, ${unassigned.toLocaleString("en")} nobody's`}</span>
    </>
  );
}
