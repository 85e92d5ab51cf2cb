import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFailure } from "@/components/operation/use-failure";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import type { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import type { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import type { Rate } from "@/lib/klarna/pricing/rate";
import { type PlanVersion, plansIn, versionAt } from "@/lib/klarna/program-plans";
import { read, readDesk } from "@/lib/query/read";

import { placeOf } from "../question";
import { useRates } from "../use-rates";
import { offersOf } from "./coverage";
import { type CoverageInputs, isWhole } from "./inputs";

export type ProfilesCall = Call<OutputOf<typeof distributionProfiles.list>>;
export type ProgramPlansCall = Call<OutputOf<typeof paymentProgramPlans.list>>;

export interface CoverageCalls {
  readonly profiles: ProfilesCall;
  readonly programPlans: ProgramPlansCall;
}

/** The programs and prices of some inputs: by the profile's program plan and price plan, in the versions of the day. Nothing is asked while something isn't chosen. */
export function useCoverage(environment: Environment, { profiles, programPlans }: CoverageCalls, inputs: CoverageInputs | undefined, now: string) {
  const carriers = useQuery({ ...read(environment, profiles), staleTime: 300_000, retry: false });
  const versions = useQuery({ ...read(environment, programPlans), staleTime: 300_000, retry: false });
  const profile = carriers.data?.find((one) => one?.distribution_profile_id === inputs?.profile);
  const asked = inputs && isWhole(inputs) && profile ? inputs : undefined;
  const moment = asked && (asked.date === now.slice(0, 10) ? now : `${asked.date}T00:00:00Z`);
  const all = versions.data?.payment_program_plans?.filter((one) => typeof one?.payment_program_plan_id === "string");
  const own = profile?.payment_program_plan_id ? plansIn<PlanVersion>(all ?? []).get(profile.payment_program_plan_id) : undefined;
  const version = moment && own ? versionAt(own, Date.parse(moment)) : undefined;
  const enabled = version !== undefined && typeof version.version === "number";
  const plan = useQuery({
    ...readDesk<ProgramPlan>("programs/plan", {
      environment,
      payment_program_plan_id: version?.payment_program_plan_id ?? "",
      version: String(version?.version ?? ""),
    }),
    enabled,
    staleTime: 300_000,
    retry: false,
  });
  const place = useMemo(() => asked && placeOf({ ...asked, program: "" }), [asked]);
  const { country, currency, merchant_category_code } = place ?? {};
  const prices = useRates(
    environment,
    (moment && profile?.price_plan_id) || "",
    moment && country && currency && merchant_category_code ? { date_time: moment, country, currency, merchant_category_code } : undefined,
  );
  const matrix = enabled ? plan.data?.matrix : undefined;
  // A profile without a price plan has programs all the same, and no price for any.
  const rates = profile?.price_plan_id ? (prices.stale ? undefined : prices.rates) : noRates;
  const offers = useMemo(() => (matrix && rates && place ? offersOf(matrix, rates, place) : undefined), [matrix, rates, place]);
  const unread = [useFailure(carriers), useFailure(versions), useFailure(plan)];
  const problem = unread[0] ?? unread[1] ?? (enabled ? unread[2] : undefined) ?? prices.problem;
  return {
    offers,
    names: plan.data?.names ?? {},
    categories: { ...plan.data?.categories, ...prices.answer?.categories },
    priceVersion: prices.answer?.version ?? null,
    programVersion: version?.version ?? null,
    /** Whether the profile has no plan that holds on the day: then there is nothing to answer with. */
    noPlan: asked !== undefined && all !== undefined && !enabled,
    profile,
    carriers: carriers.data,
    problem,
    at: prices.at,
    busy: carriers.isFetching || versions.isFetching || plan.isFetching || prices.busy,
    refresh: () => Promise.all([carriers.refetch(), versions.refetch(), enabled && plan.refetch(), moment && prices.refresh()]),
  };
}

export type Coverage = ReturnType<typeof useCoverage>;

const noRates: readonly Rate[] = [];
