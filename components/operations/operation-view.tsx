"use client";

import { useQuery } from "@tanstack/react-query";

import { Freshness } from "@/components/operation/freshness";
import { SupportCopy } from "@/components/operation/support-copy";
import { useRefresh } from "@/components/operation/use-refresh";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Timeline } from "@/components/ui/timeline";
import { isolated } from "@/lib/desk/isolated";
import type { OperationEvidence } from "@/lib/desk/operation";
import { meantInWords } from "@/lib/klarna/change-words";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { Candidates } from "./candidates";
import { Choices } from "./choices";
import { evidenceItems } from "./evidence-items";
import { Facts, Sent } from "./facts";
import { incidentOf } from "./incident";
import { standing } from "./words";

export interface OperationViewProps {
  readonly first: OperationEvidence;
  readonly readAt: string;
  readonly maySettle: boolean;
}

/** All that is known of one operation, and what can be done to settle it. */
export function OperationView({ first, readAt, maySettle }: OperationViewProps) {
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...readDesk<OperationEvidence>(`operations/${first.id}`),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: ({ state }) => (state.data?.next ? 5_000 : false),
  });
  const { busy, refresh } = useRefresh(refetch);
  const { tone, words } = standing(data);
  return (
    <>
      <PageHeader
        title={`${meantInWords(data.name)}${data.merchant ? `: ${isolated(data.merchant)}` : ""}`}
        aside={<Badge tone={tone}>{words}</Badge>}
        breadcrumb={<Breadcrumb items={[{ label: "Unclear operations", href: routes.operations }, { label: meantInWords(data.name) }]} />}
        actions={
          <>
            {data.state !== "confirmed" && <SupportCopy incident={incidentOf(data)} />}
            {data.account_id && <ButtonLink href={routes.merchant(data.environment, data.account_id)}>The merchant's page</ButtonLink>}
          </>
        }
      />
      <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
        {data.environment.toUpperCase()}, asked for by {data.by}
      </Freshness>
      <div className="mt-4 grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="grid content-start gap-8">
          <Choices operation={data} maySettle={maySettle} />
          {data.candidates.length > 0 && <Candidates operation={data} />}
          <section aria-labelledby="known">
            <h2 id="known" className="mb-3 border-b pb-2 font-semibold text-base">
              What is known
            </h2>
            <Timeline label="What is known" items={evidenceItems(data)} />
          </section>
        </div>
        <div className="grid content-start gap-8">
          <Facts operation={data} />
          <Sent operation={data} />
        </div>
      </div>
    </>
  );
}
