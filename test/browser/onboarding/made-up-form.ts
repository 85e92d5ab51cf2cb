import { formOf, type OnboardingForm } from "@/components/onboarding/form";

import { madeUpOnboarding } from "../../klarna/made-up";

/** A form with every step filled, as a person would have typed it. Everybody in it is made up; the numbers pass their check digits. */
export function madeUpForm(): OnboardingForm {
  const form = formOf(madeUpOnboarding);
  const settlement = form.extra_account_data.settlement_information;
  return {
    ...form,
    extra_account_data: {
      ...form.extra_account_data,
      settlement_information: { ...settlement, settlement_enabled: "yes", settlement_enabled_at: "2024-01-01" },
    },
  };
}
