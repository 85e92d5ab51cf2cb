import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { NamedPlanRates } from "@/lib/desk/pricing";
import type { Environment } from "@/lib/klarna/environment";
import { readRate } from "@/lib/klarna/pricing/rate";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

/** The rates of a plan that are asked for, all of them and read; nothing is asked while `asked` or the plan is missing. While others are on their way, the last ones stay. */
export function useRates(environment: Environment, plan: string, asked: Readonly<Record<string, string>> | undefined) {
  const enabled = plan !== "" && asked !== undefined;
  const { data, error, dataUpdatedAt, isFetching, isPlaceholderData, refetch } = useQuery({
    ...readDesk<NamedPlanRates>("prices/rates", { environment, price_plan_id: plan, ...asked }),
    enabled,
    staleTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  });
  const rates = useMemo(() => data?.rates.map(readRate), [data]);
  return {
    answer: enabled ? data : undefined,
    rates: enabled ? rates : undefined,
    problem: enabled && error ? ProblemError.of(error).problem : undefined,
    at: data && dataUpdatedAt ? new Date(dataUpdatedAt).toISOString() : null,
    busy: isFetching,
    /** Whether what is shown answers an earlier question. */
    stale: isPlaceholderData || (error !== null && data === undefined),
    refresh: () => void refetch(),
  };
}

export type RatesRead = ReturnType<typeof useRates>;
