import type { Environment } from "@/lib/klarna/environment";

import { krn, type Piece } from "../state/account";
import { namedUuid } from "./named-id";
import { type PricePlan, pricePlans } from "./price-plans";
import { type ProgramPlan, programPlans } from "./program-plans";
import { type Program, programs } from "./programs";

/** What Klarna has set up for this partner before any merchant; it's the same after every reset. */
export interface Catalogue {
  readonly profiles: readonly Profile[];
  readonly pricePlans: readonly PricePlan[];
  readonly programPlans: readonly ProgramPlan[];
  readonly programs: readonly Program[];
  hasProfile(id: string): boolean;
  /** The planned programs that a profile allows at a moment. */
  programsOf(profile: string, now: number): readonly Piece[];
}

interface Profile extends Piece {
  readonly distribution_profile_id: string;
  readonly payment_program_plan_id: string;
}

const offered = [
  ["Standard", "Online shops in all markets", "Standard 2.0", "Retail"],
  ["High volume", "Chains and large shops, settled weekly", "High volume", "Retail"],
  ["Hospitality", "Restaurants, hotels and salons", "Travel and hospitality", "Travel"],
  ["Pay later only", "Shops that sell to companies too", "Standard 2.0", "Retail"],
] as const;

/** An environment's own profiles over the plans that both share. */
export function catalogueOf(environment: Environment): Catalogue {
  const profiles = offered.map(([name, description, plan, programPlan]) => ({
    distribution_profile_id: krn.profile(namedUuid(`profile ${name} ${environment}`)),
    ...{ name, description, price_plan_id: krn.pricePlan(namedUuid(plan)), payment_program_plan_id: krn.programPlan(namedUuid(`program plan ${programPlan}`)) },
  }));
  const byId = new Map(profiles.map((profile) => [profile.distribution_profile_id, profile]));
  return { profiles, pricePlans, programPlans, programs, hasProfile: (id) => byId.has(id), programsOf: (id, now) => programsAt(byId.get(id), now) };
}

function programsAt(profile: Profile | undefined, now: number): readonly Piece[] {
  const plan = programPlans.find(
    ({ payment_program_plan_id, effective_from, effective_to }) =>
      payment_program_plan_id === profile?.payment_program_plan_id &&
      Date.parse(effective_from) <= now &&
      (effective_to === null || now < Date.parse(effective_to)),
  );
  return plan?.payment_programs() ?? [];
}
