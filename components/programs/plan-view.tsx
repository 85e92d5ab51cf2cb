"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { Freshness } from "@/components/operation/freshness";
import { useFailure } from "@/components/operation/use-failure";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { MonoId } from "@/components/ui/mono-id";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { PlanDates } from "./plan-dates";
import { useNarrowing } from "./use-narrowing";
import { type PlanCalls, planName, usePlan, usePlans } from "./use-plans";
import { VersionTabs } from "./version-tabs";
import { versionLines } from "./versions";

// Whoever compares needn't load the matrix, nor the other way round.
const Matrix = dynamic(() => import("./matrix").then((module) => module.Matrix), { loading: () => <TableSkeleton rows={12} columns={6} /> });
const Comparison = dynamic(() => import("./comparison").then((module) => module.Comparison), { loading: () => <TableSkeleton rows={12} columns={6} /> });

export interface PlanViewProps {
  readonly environment: Environment;
  readonly planId: string;
  readonly calls: PlanCalls;
}

/** One version of a plan as a matrix, or two side by side; the address says which. */
export function PlanView({ environment, planId, calls }: PlanViewProps) {
  const search = useSearchParams();
  const { plans, isPending } = usePlans(environment, calls);
  const inBrief = plans.find(({ id }) => id === planId) ?? { id: planId, versions: [], profiles: undefined };
  const lines = versionLines(inBrief.versions, Date.now());
  const asked = numberIn(search?.get("version"));
  const against = numberIn(search?.get("against"));
  const shown = usePlan(environment, planId, asked);
  const other = usePlan(environment, planId, against ?? asked);
  const { narrowing, narrow } = useNarrowing();
  const failures = [useFailure(shown), useFailure(other)];
  const problem = failures[0] ?? (against === undefined ? undefined : failures[1]);
  const both = shown.data && (against === undefined || other.data);
  const refresh = () => void Promise.all([shown.refetch(), against !== undefined && other.refetch()]);
  const name = planName(inBrief);
  return (
    <>
      <PageHeader
        title={name}
        breadcrumb={<Breadcrumb items={[{ label: "Programs", href: routes.programs(environment) }, { label: name }]} />}
        description={<MonoId value={planId} label="plan id" />}
      />
      <VersionTabs environment={environment} planId={planId} lines={lines} reading={isPending} shown={shown.data?.version ?? asked} against={against} />
      {problem && !both ? (
        <ProblemNotice
          title="This version of the plan couldn't be read"
          problem={problem}
          actions={
            <>
              <Button loading={shown.isFetching || other.isFetching} onClick={refresh}>
                Try again
              </Button>
              <Link href={routes.programPlan(environment, planId)} className="self-center font-medium underline">
                To the version in force
              </Link>
            </>
          }
        />
      ) : (
        <Freshness problem={problem} at={shown.data?.read_at ?? null} busy={shown.isFetching || other.isFetching} refresh={refresh}>
          {shown.data ? (
            <>
              Read from Klarna <RelativeTime at={shown.data.read_at} />
            </>
          ) : (
            "Reading from Klarna …"
          )}
        </Freshness>
      )}
      {!both && !problem && <TableSkeleton rows={12} columns={6} />}
      {shown.data && both && (
        <div className="mt-2 grid grid-cols-1 gap-4">
          {against === undefined || !other.data ? (
            <>
              <PlanDates plan={shown.data} lines={lines} environment={environment} />
              <Matrix plan={shown.data} narrowing={narrowing} onNarrow={narrow} />
            </>
          ) : against === shown.data.version ? (
            <Notice tone="info" title="Both sides are the same version">
              So nothing differs. Choose another one.
            </Notice>
          ) : (
            <Comparison before={other.data} after={shown.data} narrowing={narrowing} onNarrow={narrow} />
          )}
        </div>
      )}
    </>
  );
}

function numberIn(value: string | null | undefined): number | undefined {
  return value && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
