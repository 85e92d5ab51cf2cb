"use client";

import { useQuery } from "@tanstack/react-query";
import { Landmark } from "lucide-react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { FinanceOverview } from "@/lib/desk/finance";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { CurrencySection } from "./currency-section";
import { OpenMoney } from "./open-money";
import { PeriodForm } from "./period-form";

export interface FinanceViewProps {
  readonly environment: Environment;
  /** As the server read it, and when. */
  readonly first: FinanceOverview;
  readonly readAt: string;
}

/** What is open, and then week by week what Klarna pays out: each of its two APIs for itself, and each currency. */
export function FinanceView({ environment, first, readAt }: FinanceViewProps) {
  const { weeks, until } = first.period;
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...readDesk<FinanceOverview>("finance", { environment, weeks: String(weeks), ...(until && { until }) }),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    staleTime: 60_000,
    refetchInterval: 60_000,
  });
  const { busy, refresh } = useRefresh(refetch);
  const { settlements, payouts, open, known, period } = data;
  const nothing = open.settlements.all === 0 && open.payouts.all === 0;
  return (
    <>
      <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
        <Known {...known} />
      </Freshness>
      {nothing ? (
        <Nothing environment={environment} />
      ) : (
        <>
          <OpenMoney environment={environment} open={open} />
          <PeriodForm environment={environment} period={period} />
          {settlements.map((one) => (
            <CurrencySection key={one.currency} side="settlements" environment={environment} figures={one} period={period} />
          ))}
          {payouts.map((one) => (
            <CurrencySection key={one.currency} side="payouts" environment={environment} figures={one} period={period} />
          ))}
          {settlements.length + payouts.length === 0 && (
            <EmptyState icon={<Landmark aria-hidden />} title="Nothing in these weeks">
              Look back further, or choose another last week.
            </EmptyState>
          )}
        </>
      )}
    </>
  );
}

function Known({ settlements, payouts }: FinanceOverview["known"]) {
  return (
    <>
      {settlements && (
        <span className="inline-block">
          Settlements last read <RelativeTime at={settlements} />
        </span>
      )}{" "}
      {payouts && (
        <span className="inline-block">
          Payouts known until <RelativeTime at={payouts} />
        </span>
      )}
      {!settlements && !payouts && "Nothing has been read yet."}
    </>
  );
}

function Nothing({ environment }: { readonly environment: Environment }) {
  return (
    <EmptyState
      icon={<Landmark aria-hidden />}
      title="No settlement and no payout is known yet"
      action={<ButtonLink href={routes.settlements(environment)}>Go to settlements</ButtonLink>}
    >
      A settlement comes here when Klarna announces it, or when somebody looks it up by its id. Payouts come once an admin has connected a merchant's.
    </EmptyState>
  );
}
