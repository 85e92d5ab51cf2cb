import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFailure } from "@/components/operation/use-failure";
import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import type { pricePlans } from "@/lib/klarna/operations/price-plans";
import { type PlanVersion, planVersions } from "@/lib/klarna/pricing/plan-versions";
import { read } from "@/lib/query/read";

export type PlansCall = Call<OutputOf<typeof pricePlans.list>>;

/** A price plan with its versions in order. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly versions: readonly PlanVersion[];
}

/** The price plans that Klarna has made for this partner. What isn't a plan in the answer is left out. */
export function usePlans(environment: Environment, call: PlansCall, now: string) {
  const listed = useQuery({ ...read(environment, call), staleTime: 300_000, retry: false });
  const { data, dataUpdatedAt, isFetching, isPending, refetch } = listed;
  const problem = useFailure(listed);
  const plans = useMemo(() => data?.flatMap((plan) => planOf(plan, Date.parse(now))), [data, now]);
  return {
    plans,
    pending: isPending && !problem,
    problem,
    at: dataUpdatedAt ? new Date(dataUpdatedAt).toISOString() : null,
    busy: isFetching,
    refresh: () => refetch(),
  };
}

function planOf(given: unknown, at: number): readonly Plan[] {
  const { price_plan_id: id, name, description, versions } = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== "string") return [];
  const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value : undefined);
  return [{ id, name: text(name) ?? id, description: text(description), versions: planVersions(versions, at) }];
}
