"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Progress } from "@/components/ui/progress";
import type { Run, RunAct, RunResultPage } from "@/lib/desk/run";
import { progressWords, runStateWords, runTitle, stoppedWords } from "@/lib/desk/run-words";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { isUnderWay } from "./is-under-way";
import { RunActions } from "./run-actions";
import { RunFacts } from "./run-facts";
import { RunResults } from "./run-results";

export interface RunViewProps {
  /** The run and the first of its results as the server read them, and when. */
  readonly first: Run;
  readonly results: RunResultPage;
  readonly readAt: string;
  readonly mayDo: readonly RunAct[];
}

/** How a run stands, live while it is under way; what can be done with it; and what became of each merchant. */
export function RunView({ first, results, readAt, mayDo }: RunViewProps) {
  const client = useQueryClient();
  const { environment, id } = first;
  const {
    data: run,
    error,
    dataUpdatedAt,
    refetch,
  } = useQuery({
    ...readDesk<Run>(`runs/${id}`, { environment }),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 1_000 : 10_000),
  });
  const { busy, refresh } = useRefresh(refetch);
  const { tone, label } = runStateWords(run);
  const left = run.counts.waiting + run.counts.taken;
  return (
    <>
      <PageHeader
        title={runTitle(run)}
        aside={<Badge tone={tone}>{label}</Badge>}
        breadcrumb={<Breadcrumb items={[{ label: "Runs", href: routes.runs(environment) }, { label: runTitle(run) }]} />}
        actions={
          <>
            <ButtonLink href={`/api/desk/runs/${id}/csv?environment=${environment}`} icon={<Download aria-hidden />} download>
              Results as CSV
            </ButtonLink>
            {mayDo.includes(run.act) && <RunActions run={run} onChanged={() => void client.invalidateQueries({ queryKey: ["runs"] })} />}
          </>
        }
      />
      <Progress label={runTitle(run)} done={run.total - left} total={run.total} resting={run.state !== "running" && run.state !== "done"} />
      <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
        <span className="tabular-nums">{progressWords(run)}</span>
      </Freshness>
      {run.state === "stopped" && (
        <Notice tone="wrong" title="This run stopped" className="mt-2">
          {stoppedWords(run.code)}
        </Notice>
      )}
      {run.state === "paused" && run.counts.taken > 0 && (
        <Notice tone="info" title="Pausing" className="mt-2">
          What was on its way is finished first; nothing new is begun.
        </Notice>
      )}
      <RunFacts run={run} />
      <RunResults run={run} first={results} readAt={readAt} />
    </>
  );
}
