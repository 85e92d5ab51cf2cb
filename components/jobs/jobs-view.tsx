"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheckBig } from "lucide-react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { JobsStanding } from "@/lib/desk/job";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { openColumns, queueColumns } from "./job-columns";
import { Sweeps } from "./sweeps";

export interface JobsViewProps {
  /** All background work as the server read it, and when. */
  readonly first: JobsStanding;
  readonly readAt: string;
  readonly mayAct: boolean;
}

/** What the desk does in the background, kept up to date: every two seconds while something runs. */
export function JobsView({ first, readAt, mayAct }: JobsViewProps) {
  const client = useQueryClient();
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...readDesk<JobsStanding>("jobs"),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: ({ state }) => (state.data?.open.some(({ state: one }) => one !== "failed") ? 2_000 : 10_000),
  });
  const { busy, refresh } = useRefresh(refetch);
  const failed = data.open.filter(({ state }) => state === "failed").length;
  return (
    <div className="-mt-3">
      <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
        <span className="tabular-nums">
          {failed === 0
            ? "Nothing has failed"
            : `${failed} ${failed === 1 ? "job has" : "jobs have"} failed and ${failed === 1 ? "waits" : "wait"} for somebody`}
        </span>
      </Freshness>
      <section aria-labelledby="now" className="mt-2">
        <h2 id="now" className="mb-2 font-semibold text-base">
          Now
        </h2>
        <Table
          caption="Jobs that run, wait or have failed"
          columns={openColumns(mayAct, () => void client.invalidateQueries({ queryKey: ["jobs"] }))}
          rows={data.open}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon={<CircleCheckBig aria-hidden />} title="Nothing to do">
              What is asked for, or due, is begun within a second.
            </EmptyState>
          }
        />
      </section>
      <Sweeps sweeps={data.sweeps} />
      <section aria-labelledby="kinds" className="mt-8">
        <h2 id="kinds" className="mb-2 font-semibold text-base">
          Kinds of jobs
        </h2>
        <Table caption="Kinds of jobs" columns={queueColumns} rows={data.queues} rowKey={({ name }) => name} />
      </section>
    </div>
  );
}
