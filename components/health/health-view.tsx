"use client";

import { useQuery } from "@tanstack/react-query";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { RelativeTime } from "@/components/ui/relative-time";
import type { HealthReport } from "@/lib/desk/health";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { DatabaseSection } from "./database-section";
import { KlarnaSection } from "./klarna-section";
import { VersionsSection } from "./versions-section";
import { WorkSection } from "./work-section";

/** How everything is, kept up to date while somebody looks. */
export function HealthView({ first, mayOpenWebhooks }: { readonly first: HealthReport; readonly mayOpenWebhooks: boolean }) {
  const { data, error, refetch } = useQuery({
    ...readDesk<HealthReport>("health"),
    initialData: first,
    initialDataUpdatedAt: Date.parse(first.at),
    refetchInterval: 10_000,
    retry: false,
  });
  const { busy, refresh } = useRefresh(refetch);
  return (
    <>
      <div className="-mt-3">
        <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={data.at} busy={busy} refresh={refresh}>
          <span>
            Looked <RelativeTime at={data.at} />
          </span>
        </Freshness>
      </div>
      <div className="mt-4 grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        <div className="grid gap-8">
          {data.klarna.map((klarna) => (
            <KlarnaSection
              key={klarna.environment}
              klarna={klarna}
              rates={data.rates.filter(({ environment }) => environment === klarna.environment)}
              webhooks={data.webhooks.find(({ environment }) => environment === klarna.environment)}
              mayOpenWebhooks={mayOpenWebhooks}
            />
          ))}
        </div>
        <div className="grid gap-8">
          <DatabaseSection database={data.database} disk={data.disk} />
          <WorkSection work={data.work} />
          <VersionsSection versions={data.versions} />
        </div>
      </div>
    </>
  );
}
