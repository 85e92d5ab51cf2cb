import { queryOptions, useQuery } from "@tanstack/react-query";

import { useFailure } from "@/components/operation/use-failure";
import type { DirectoryQuery } from "@/lib/desk/directory";
import type { RunAct, RunCheck } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";

/** Weighs what a run would do, once and not again by itself: what somebody confirms is what they read. */
export function useRunCheck(environment: Environment, act: RunAct, code: string, asked: DirectoryQuery) {
  const read = useQuery(
    queryOptions({
      queryKey: ["run-check", environment, act, code, asked],
      queryFn: ({ signal }) =>
        send<RunCheck>("/api/desk/runs/check", {
          method: "POST",
          repeatable: true,
          body: { environment, order: { act, ...(code !== "" && { code }) }, asked },
          signal,
        }),
      enabled: act !== "change-category" || code !== "",
      // Not even where everything is read anew because an answer was lost: asked for again under its own name, the run is made once.
      staleTime: "static",
      gcTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: false,
    }),
  );
  const { data, isFetching, refetch } = read;
  return { check: isFetching ? undefined : data, problem: useFailure(read), busy: isFetching, again: refetch };
}
