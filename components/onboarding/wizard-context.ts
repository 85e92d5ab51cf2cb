"use client";

import { createContext, useContext } from "react";

import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";

import type { StepKey } from "./steps";

/** What to ask Klarna for its distribution profiles. */
export type ProfilesCall = Call<readonly DistributionProfile[]>;

export interface DistributionProfile {
  readonly distribution_profile_id: string;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** What every step may need to know. */
export interface WizardFacts {
  readonly environment: Environment;
  readonly draftId: string;
  readonly profiles: ProfilesCall;
  /** Goes to a step, and to a field of it. */
  readonly goTo: (step: StepKey, field?: string) => void;
}

const Wizard = createContext<WizardFacts | undefined>(undefined);

export const WizardProvider = Wizard.Provider;

export function useWizard(): WizardFacts {
  const facts = useContext(Wizard);
  if (!facts) throw new TypeError("A step of the wizard stands outside of it");
  return facts;
}
