import { useQuery } from "@tanstack/react-query";

import type { ProgramPlan } from "@/lib/desk/program-plan";
import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import type { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import type { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import { type PlanVersion, plansIn } from "@/lib/klarna/program-plans";
import { read, readDesk } from "@/lib/query/read";

/** What the pages of programs ask Klarna for. */
export interface PlanCalls {
  readonly plans: Call<OutputOf<typeof paymentProgramPlans.list>>;
  readonly profiles: Call<OutputOf<typeof distributionProfiles.list>>;
}

/** A plan with its versions in order, and the profiles that carry it. */
export interface PlanInBrief {
  readonly id: string;
  readonly versions: readonly PlanVersion[];
  /** "Standard, High volume"; undefined while it isn't known, "" where no profile carries it. */
  readonly profiles: string | undefined;
}

// Klarna changes a plan by a new version, seldom.
const staleTime = 300_000;

/** Klarna's plans with all of their versions. */
export function usePlans(environment: Environment, { plans, profiles }: PlanCalls) {
  const list = useQuery({ ...read(environment, plans), staleTime, retry: false });
  const carriers = useQuery({ ...read(environment, profiles), staleTime: Number.POSITIVE_INFINITY });
  const versions = list.data?.payment_program_plans?.filter((version) => typeof version?.payment_program_plan_id === "string") ?? [];
  const inBrief = [...plansIn<PlanVersion>(versions)].map(([id, all]): PlanInBrief => {
    const names = carriers.data?.filter((profile) => profile?.payment_program_plan_id === id).map((profile) => profile.name || profile.distribution_profile_id);
    return { id, versions: all, profiles: names?.join(", ") };
  });
  return { ...list, plans: inBrief };
}

/** One version of a plan, whole; the one in force where none is named. */
export function usePlan(environment: Environment, planId: string, version: number | undefined) {
  const search = { environment, payment_program_plan_id: planId, ...(version !== undefined && { version: String(version) }) };
  return useQuery({ ...readDesk<ProgramPlan>("programs/plan", search), staleTime, retry: false });
}

/** A plan's name, since Klarna gives it none: by who has it. */
export function planName({ id, profiles }: Pick<PlanInBrief, "id" | "profiles">): string {
  return profiles ? `Plan of ${profiles}` : `Plan ${id.slice(-8)}`;
}
