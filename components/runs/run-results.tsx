import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useState } from "react";
import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { Run, RunResultPage, RunRowState } from "@/lib/desk/run";
import { resultWords } from "@/lib/desk/run-words";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { isUnderWay } from "./is-under-way";
import { resultColumns } from "./result-columns";

export interface RunResultsProps {
  readonly run: Run;
  readonly first: RunResultPage;
  readonly readAt: string;
}

/** What became of each merchant, narrowed to one outcome where that is wished. */
export function RunResults({ run, first, readAt }: RunResultsProps) {
  const [state, setState] = useState<RunRowState>();
  const { pages, problem, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useResults(run, state, first, readAt);
  const results = pages.flatMap((page) => page.results);
  return (
    <section aria-labelledby="results" className="mt-8">
      <h2 id="results" className="font-semibold text-base">
        Merchants
      </h2>
      <fieldset className="mb-2 flex min-w-0 gap-1 overflow-x-auto py-1">
        <legend className="sr-only">What became of them</legend>
        <Tab label="All" count={run.total} pressed={state === undefined} onPress={() => setState(undefined)} />
        {shown.map((one) => (
          <Tab key={one} label={resultWords(run, one).label} count={run.counts[one]} pressed={state === one} onPress={() => setState(one)} />
        ))}
      </fieldset>
      {problem && <FailedRead className="mb-2" title="The results couldn't be read" problem={problem} refetch={refetch} />}
      {/* An outcome that couldn't be read isn't one that nothing has. */}
      {!(problem && pages.length === 0) && (
        <Table
          caption="What became of each merchant"
          columns={resultColumns(run)}
          rows={results}
          rowKey={({ line }) => String(line)}
          rowHref={({ account_id }) => routes.merchant(run.environment, account_id)}
          rowName={({ name, account_id }) => name ?? account_id}
          empty={<EmptyState title="None so far">Choose another outcome, or all.</EmptyState>}
        />
      )}
      {hasNextPage && (
        <Button className="mt-4" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
}

const shown: readonly RunRowState[] = ["done", "failed", "unclear", "left-out", "waiting"];

function useResults(run: Run, state: RunRowState | undefined, first: RunResultPage, readAt: string) {
  const { environment, id } = run;
  const read = useInfiniteQuery({
    queryKey: ["runs", "results", environment, id, state ?? "all"],
    queryFn: ({ pageParam, signal }) =>
      send<RunResultPage>(`/api/desk/runs/${id}/results`, {
        search: { environment, ...(state && { state }), ...(pageParam !== "" && { after: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: RunResultPage) => page.next,
    placeholderData: keepPreviousData,
    ...(state === undefined && { initialData: { pages: [first], pageParams: [""] }, initialDataUpdatedAt: Date.parse(readAt) }),
    refetchInterval: isUnderWay(run) ? 2_000 : 15_000,
  });
  const problem = useFailure(read);
  // Another outcome's merchants don't come back while this one's, which failed, are asked for again.
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = read;
  return { pages: (problem && read.isPlaceholderData ? undefined : data?.pages) ?? [], problem, hasNextPage, isFetchingNextPage, fetchNextPage, refetch };
}

interface TabProps {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Tab({ label, count, pressed, onPress }: TabProps) {
  return (
    <Button size="sm" variant={pressed ? "secondary" : "ghost"} aria-pressed={pressed} onClick={onPress} className={clsx(pressed && "bg-hover!")}>
      {label} <span className="font-normal text-muted tabular-nums">{count.toLocaleString("en")}</span>
    </Button>
  );
}
