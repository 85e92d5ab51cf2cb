"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ListTodo } from "lucide-react";
import { useRef } from "react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { useRowKeys } from "@/components/ui/use-row-keys";
import type { Run, RunPage } from "@/lib/desk/run";
import { runTitle } from "@/lib/desk/run-words";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { isUnderWay } from "./is-under-way";
import { runColumns } from "./run-columns";

export interface RunListProps {
  readonly environment: Environment;
  /** The first page as the server read it, and when. */
  readonly first: RunPage;
  readonly readAt: string;
}

/** The runs of an environment, the latest first; each two seconds while one is under way. What is scheduled stands above them. */
export function RunList({ environment, first, readAt }: RunListProps) {
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area);
  const { data, error, dataUpdatedAt, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ["runs", "pages", environment],
    queryFn: ({ pageParam, signal }) => send<RunPage>("/api/desk/runs", { search: { environment, ...(pageParam !== "" && { after: pageParam }) }, signal }),
    initialPageParam: "",
    getNextPageParam: (page: RunPage) => page.next,
    initialData: { pages: [first], pageParams: [""] },
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ runs }) => runs.some(isUnderWay)) ? 2_000 : 15_000),
  });
  const { busy, refresh } = useRefresh(refetch);
  const runs = data.pages.flatMap((page) => page.runs);
  const scheduled = runs.filter(({ state }) => state === "scheduled").sort((one, other) => one.starts_at.localeCompare(other.starts_at));
  const others = runs.filter(({ state }) => state !== "scheduled");
  return (
    <div ref={area}>
      <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
        {runs.some(isUnderWay) ? "Kept up to date while something is under way" : "Nothing is under way"}
      </Freshness>
      {scheduled.length > 0 && (
        <section aria-labelledby="scheduled" className="mt-2 mb-8">
          <h2 id="scheduled" className="mb-2 font-semibold text-base">
            Scheduled
          </h2>
          <RunTable caption="Runs that are scheduled, the next first" runs={scheduled} environment={environment} />
        </section>
      )}
      {(others.length > 0 || scheduled.length === 0) && <RunTable caption="Runs, the latest first" runs={others} environment={environment} />}
      {hasNextPage && (
        <Button className="mt-4" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}

function RunTable({ caption, runs, environment }: { readonly caption: string; readonly runs: readonly Run[]; readonly environment: Environment }) {
  return (
    <Table
      caption={caption}
      columns={runColumns}
      rows={runs}
      rowKey={({ id }) => id}
      rowHref={({ id }) => routes.run(environment, id)}
      rowName={runTitle}
      empty={
        <EmptyState
          icon={<ListTodo aria-hidden />}
          title="Nothing has been done to many merchants yet"
          action={<ButtonLink href={routes.merchants(environment)}>Go to the merchants</ButtonLink>}
        >
          Select merchants in the list and choose what to do with them. How it goes, and what became of each, stands here.
        </EmptyState>
      }
    />
  );
}
