"use client";

import { CalendarRange } from "lucide-react";
import { useId } from "react";

import { FailedRead } from "@/components/operation/failed-read";
import { Freshness } from "@/components/operation/freshness";
import { useFailure } from "@/components/operation/use-failure";
import { EmptyState } from "@/components/ui/empty-state";
import { MonoId } from "@/components/ui/mono-id";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableSkeleton } from "@/components/ui/skeleton";
import { Table } from "@/components/ui/table";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { type PlanCalls, type PlanInBrief, planName, usePlans } from "./use-plans";
import { searchOfVersion, type VersionLine, versionColumns, versionLines } from "./versions";

export interface ProgramsViewProps {
  readonly environment: Environment;
  readonly calls: PlanCalls;
}

/** Klarna's payment program plans, each with what was, what is and what comes. */
export function ProgramsView({ environment, calls }: ProgramsViewProps) {
  const listed = usePlans(environment, calls);
  const { plans, data, isFetching, dataUpdatedAt, refetch } = listed;
  const problem = useFailure(listed);
  if (problem && !data) return <FailedRead title="Klarna's plans couldn't be read" problem={problem} refetch={refetch} />;
  const readAt = new Date(dataUpdatedAt).toISOString();
  return (
    <>
      <Freshness problem={problem} at={readAt} busy={isFetching} refresh={() => void refetch()}>
        {data ? (
          <>
            Read from Klarna <RelativeTime at={readAt} />
          </>
        ) : (
          "Reading from Klarna …"
        )}
      </Freshness>
      {!data && <TableSkeleton rows={8} columns={5} />}
      {data && plans.length === 0 && (
        <EmptyState icon={<CalendarRange aria-hidden />} title="Klarna has set no plan up">
          A plan says which payment programs there are. Klarna makes it for you; ask your contact there.
        </EmptyState>
      )}
      <div className="mt-2 grid grid-cols-1 gap-10">
        {plans.map((plan) => (
          <Plan key={plan.id} environment={environment} plan={plan} />
        ))}
      </div>
    </>
  );
}

function Plan({ environment, plan }: { readonly environment: Environment; readonly plan: PlanInBrief }) {
  const id = useId();
  const lines = versionLines(plan.versions, Date.now());
  const href = (line: VersionLine) => routes.programPlan(environment, plan.id, searchOfVersion(line));
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="wrap-anywhere font-semibold text-base">
        {planName(plan)}
      </h2>
      <div className="mt-0.5 mb-2 flex flex-wrap items-center gap-x-4 text-muted">
        {plan.profiles === "" && <span>No distribution profile carries it.</span>}
        <MonoId value={plan.id} label="plan id" />
      </div>
      <Table caption={`Versions: ${planName(plan)}`} columns={versionColumns(environment, plan.id)} rows={lines} rowKey={({ key }) => key} rowHref={href} />
    </section>
  );
}
