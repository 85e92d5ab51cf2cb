import { useQuery } from "@tanstack/react-query";

import { useFailure } from "@/components/operation/use-failure";
import { useRefresh } from "@/components/operation/use-refresh";
import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import type { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import type { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import type { pricePlans } from "@/lib/klarna/operations/price-plans";
import { type PlanVersion, planVersions } from "@/lib/klarna/pricing/plan-versions";
import { read } from "@/lib/query/read";

/** What Klarna is asked for: the profiles, and the plans that they carry. */
export interface ProfileCalls {
  readonly profiles: Call<OutputOf<typeof distributionProfiles.list>>;
  readonly pricePlans: Call<OutputOf<typeof pricePlans.list>>;
  readonly programPlans: Call<OutputOf<typeof paymentProgramPlans.list>>;
}

/** A plan by what it is called, with its versions. */
export interface CarriedPlan {
  readonly id: string;
  readonly name: string | undefined;
  readonly versions: readonly PlanVersion[];
}

export interface Profile {
  readonly id: string;
  /** Undefined where Klarna lists it without a name, or not at all. */
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** Undefined where Klarna names none; its versions are empty where the plans couldn't be read. */
  readonly pricePlan: CarriedPlan | undefined;
  readonly programPlan: CarriedPlan | undefined;
}

/** The distribution profiles as Klarna has them, each with the plans that it carries; undefined until Klarna has answered. */
export function useProfiles(environment: Environment, calls: ProfileCalls) {
  const options = { staleTime: 60_000, retry: false } as const;
  const profiles = useQuery({ ...read(environment, calls.profiles), ...options });
  const prices = useQuery({ ...read(environment, calls.pricePlans), ...options });
  const programs = useQuery({ ...read(environment, calls.programPlans), ...options });
  const ofProfiles = useFailure(profiles);
  const ofPrices = useFailure(prices);
  const ofPrograms = useFailure(programs);
  const { busy, refresh } = useRefresh(() => Promise.all([profiles.refetch(), prices.refetch(), programs.refetch()]));
  const pricesAwaited = prices.isPending && !ofPrices;
  const programsAwaited = programs.isPending && !ofPrograms;

  // Shown once all three have answered, or haven't: what comes later would push aside what is being read. One odd item of Klarna's costs nobody the page.
  const listed = pricesAwaited || programsAwaited ? undefined : profiles.data;
  const found = listed
    ?.filter((profile) => profile?.distribution_profile_id)
    .map((profile): Profile => {
      const price = prices.data?.find((plan) => plan?.price_plan_id === profile.price_plan_id);
      const planned = programs.data?.payment_program_plans.filter((plan) => plan?.payment_program_plan_id === profile.payment_program_plan_id);
      return {
        id: profile.distribution_profile_id,
        name: profile.name ?? undefined,
        description: profile.description ?? undefined,
        pricePlan: carried(profile.price_plan_id, price?.name, price?.versions),
        programPlan: carried(profile.payment_program_plan_id, undefined, planned),
      };
    });
  return {
    profiles: found,
    problem: ofProfiles ?? ofPrices ?? ofPrograms,
    readAt: profiles.dataUpdatedAt > 0 ? new Date(profiles.dataUpdatedAt).toISOString() : null,
    busy: busy || (profiles.isPending && !ofProfiles) || pricesAwaited || programsAwaited,
    refresh,
  };
}

function carried(id: string | null | undefined, name: string | null | undefined, versions: unknown): CarriedPlan | undefined {
  return id ? { id, name: name ?? undefined, versions: planVersions(versions, Date.now()) } : undefined;
}
