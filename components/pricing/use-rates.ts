import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFailure } from "@/components/operation/use-failure";
import type { NamedPlanRates } from "@/lib/desk/pricing";
import type { Environment } from "@/lib/klarna/environment";
import { readRate } from "@/lib/klarna/pricing/rate";
import { readDesk } from "@/lib/query/read";

/** The rates of a plan that are asked for, all of them and read; nothing is asked while `asked` or the plan is missing. While others are on their way, the last ones stay. */
export function useRates(environment: Environment, plan: string, asked: Readonly<Record<string, string>> | undefined) {
  const enabled = plan !== "" && asked !== undefined;
  const read = useQuery({
    ...readDesk<NamedPlanRates>("prices/rates", { environment, price_plan_id: plan, ...asked }),
    enabled,
    staleTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  });
  const { dataUpdatedAt, isFetching, isPlaceholderData, refetch } = read;
  const failure = useFailure(read);
  // Where this question's first answer failed, an earlier one's doesn't come back while it is asked again.
  const data = failure && isPlaceholderData ? undefined : read.data;
  const rates = useMemo(() => data?.rates.map(readRate), [data]);
  return {
    answer: enabled ? data : undefined,
    rates: enabled ? rates : undefined,
    problem: enabled ? failure : undefined,
    at: data && dataUpdatedAt ? new Date(dataUpdatedAt).toISOString() : null,
    busy: isFetching,
    /** Whether what is shown answers an earlier question. */
    stale: isPlaceholderData || (failure !== undefined && data === undefined),
    refresh: (): Promise<unknown> => refetch(),
  };
}

export type RatesRead = ReturnType<typeof useRates>;
