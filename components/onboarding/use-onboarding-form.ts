import { useFormContext } from "react-hook-form";

import type { OnboardingForm } from "./form";

/** The form that the wizard put around this. */
export function useOnboardingForm() {
  return useFormContext<OnboardingForm>();
}
