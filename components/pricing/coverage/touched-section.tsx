import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";

import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/select-field";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { PlanTouch } from "@/lib/desk/pricing";
import type { Environment } from "@/lib/klarna/environment";
import { planVersions } from "@/lib/klarna/pricing/plan-versions";
import { plansIn } from "@/lib/klarna/program-plans";
import { read } from "@/lib/query/read";
import { send } from "@/lib/query/send";

import { type PlansCall, usePlans } from "../use-plans";
import { daysUntil, dayWords } from "../version-words";
import { TouchedList } from "./touched-list";
import type { CoverageCalls } from "./use-coverage";

export interface TouchedSectionProps {
  readonly environment: Environment;
  readonly calls: CoverageCalls & { readonly pricePlans: PlansCall };
  readonly now: string;
}

/** A coming change of a plan, chosen among those that Klarna has announced: on which day, how much changes, and which merchants of the directory it touches. */
export function TouchedSection({ environment, calls, now }: TouchedSectionProps) {
  const params = useSearchParams();
  const changes = useComing(environment, calls, now);
  const chosen = changes.list?.find(({ key }) => key === params.get("change"));
  const touch = useTouch(environment, chosen);
  const choose = (key: string) => {
    const search = new URLSearchParams(window.location.search);
    if (key === "") search.delete("change");
    else search.set("change", key);
    window.history.pushState(null, "", search.size > 0 ? `?${search}` : window.location.pathname);
  };
  return (
    <section aria-labelledby="touched" className="grid grid-cols-1 gap-3 border-t pt-6">
      <h2 id="touched" className="font-semibold text-base">
        Whom a coming change touches
      </h2>
      {changes.problem && !changes.list ? (
        <FailedRead title="The plans couldn't be read" problem={changes.problem} refetch={changes.refetch} />
      ) : changes.list?.length === 0 ? (
        <p className="text-muted">Klarna has announced no change of any plan.</p>
      ) : (
        <SelectField
          label="Change"
          className="max-w-xl"
          value={chosen?.key ?? ""}
          onChange={({ target }) => choose(target.value)}
          placeholder="Choose a coming change"
          options={(changes.list ?? []).map(({ key, label }) => ({ value: key, label }))}
        />
      )}
      {chosen &&
        (touch.pages ? (
          <TouchedList environment={environment} pages={touch.pages} more={touch.more} kind={chosen.kind} />
        ) : touch.problem ? (
          <FailedRead title="It couldn't be told" problem={touch.problem} refetch={touch.refetch} />
        ) : (
          <TableSkeleton rows={5} columns={3} />
        ))}
      {!chosen && params.get("change") && changes.list && changes.list.length > 0 && (
        <EmptyState title="This change isn't to come any more">It may be in force by now. Choose another.</EmptyState>
      )}
    </section>
  );
}

interface Coming {
  readonly key: string;
  readonly label: string;
  readonly kind: "price" | "program";
  readonly plan: string;
  readonly before: number;
  readonly version: number;
}

function useComing(environment: Environment, { profiles, programPlans, pricePlans }: TouchedSectionProps["calls"], now: string) {
  const prices = usePlans(environment, pricePlans, now);
  const programs = useQuery({ ...read(environment, programPlans), staleTime: 300_000, retry: false });
  const carriers = useQuery({ ...read(environment, profiles), staleTime: 300_000, retry: false });
  const ofPrograms = useFailure(programs);
  const problem = prices.problem ?? ofPrograms;
  const refetch = () => Promise.all([prices.refresh(), programs.refetch(), carriers.refetch()]);
  if (!prices.plans || !programs.data) return { list: undefined, problem, refetch };
  const listed = programs.data.payment_program_plans?.filter((one) => typeof one?.payment_program_plan_id === "string") ?? [];
  const carried = (id: string) => carriers.data?.flatMap((one) => (one?.payment_program_plan_id === id && one.name ? [one.name] : [])).join(", ");
  const plans = [
    ...prices.plans.map(({ id, name, versions }) => ({ kind: "price" as const, id, name: `Prices of ${name}`, versions })),
    ...[...plansIn(listed)].map(([id, versions]) => ({
      kind: "program" as const,
      id,
      name: `Programs of ${carried(id) || id.slice(-8)}`,
      versions: planVersions(versions, Date.parse(now)),
    })),
  ];
  const list = plans.flatMap(({ kind, id, name, versions }) =>
    versions.flatMap(({ version, from, standing, before }): readonly Coming[] =>
      standing === "coming" && before !== undefined
        ? [{ kind, plan: id, before, version, key: `${id} ${before} ${version}`, label: `${name}, ${dayWords(from)} (${daysUntil(from, now)})` }]
        : [],
    ),
  );
  return { list, problem, refetch };
}

function useTouch(environment: Environment, chosen: Coming | undefined) {
  const asked = useInfiniteQuery({
    queryKey: ["prices", "touched", environment, chosen?.key],
    queryFn: ({ pageParam, signal }) => {
      const { kind = "price", plan = "", before = 0, version = 0 } = chosen ?? {};
      const search = { environment, kind, plan, before: String(before), version: String(version), ...(pageParam !== "" && { after: pageParam }) };
      return send<PlanTouch>("/api/desk/prices/touched", { search, signal });
    },
    initialPageParam: "",
    getNextPageParam: (page: PlanTouch) => page.next,
    enabled: chosen !== undefined,
    staleTime: 60_000,
    retry: false,
  });
  const { data, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = asked;
  const problem = useFailure(asked);
  return {
    pages: data?.pages,
    problem,
    refetch,
    more: hasNextPage ? { busy: isFetchingNextPage, fetch: () => void fetchNextPage() } : undefined,
  };
}
