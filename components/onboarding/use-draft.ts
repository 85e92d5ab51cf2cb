"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import type { Draft } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

const pollEvery = 2_000;

/** Where a draft's reading is cached. */
export function draftKey(environment: Environment, id: string) {
  return readDesk<Draft>(`drafts/${id}`, { environment }).queryKey;
}

/** A draft as it stands, read again every 2 s while nobody knows what came of its sending. */
export function useDraft(given: Draft) {
  const client = useQueryClient();
  const [unsureSince, setUnsureSince] = useState<number>();
  const {
    data: draft,
    dataUpdatedAt,
    error,
    errorUpdatedAt,
    refetch,
  } = useQuery({
    ...readDesk<Draft>(`drafts/${given.id}`, { environment: given.environment }),
    initialData: given,
    // Going back to the page brings it as it was first made, which may be many saves ago.
    refetchOnMount: "always",
    // What a draft holds is personal: it doesn't outlive the page.
    gcTime: 0,
    refetchInterval: ({ state }) => (isUnderWay(state.data) || (unsureSince ?? 0) >= heardAt(state) ? pollEvery : false),
  });
  // This page sent it and heard nothing: unsure until the draft was read after that.
  const unsure = unsureSince !== undefined && heardAt({ dataUpdatedAt, error, errorUpdatedAt }) <= unsureSince;
  return {
    draft,
    unsure,
    isLocked: unsure || isUnderWay(draft) || draft.outcome === "confirmed",
    readAgain: async () => (await refetch({ throwOnError: true })).data ?? draft,
    findOut: async () => {
      const queryKey = draftKey(given.environment, given.id);
      setUnsureSince(Date.now());
      await client.refetchQueries({ queryKey });
      return client.getQueryData<Draft>(queryKey);
    },
  };
}

interface Heard {
  readonly dataUpdatedAt: number;
  readonly error: Error | null;
  readonly errorUpdatedAt: number;
}

/** When the desk last said how the draft stands; that there is none any more says it too. */
function heardAt({ dataUpdatedAt, error, errorUpdatedAt }: Heard): number {
  return error && ProblemError.of(error).problem.status === 404 ? Math.max(dataUpdatedAt, errorUpdatedAt) : dataUpdatedAt;
}

function isUnderWay(draft: Draft | undefined): boolean {
  return draft?.outcome === "sent" || draft?.outcome === "unknown";
}
