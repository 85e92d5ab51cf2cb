import type { Step } from "@/components/ui/stepper";
import type { ProblemField } from "@/lib/klarna/problem";
import { valueAt } from "@/lib/klarna/value-at";

import type { OnboardingForm } from "./form";
import { isFilled } from "./form-path";
import { faultsOf, type StepKey, steps } from "./steps";

/** Where each step stands: done when it says something and nothing in it is wrong; wrong once it was left, or says something and isn't open now. */
export function stepStates(form: OnboardingForm, faults: readonly ProblemField[], seen: ReadonlySet<StepKey>, open: StepKey): readonly Step[] {
  return steps.map(({ key, label, parts }) => {
    const own = faultsOf(key, faults).length;
    const filled = parts.some((part) => isFilled(valueAt(form, part)));
    if (own > 0 && (seen.has(key) || (filled && key !== open)))
      return { key, label, state: "error", note: own === 1 ? "1 thing to correct" : `${own} things to correct` };
    return { key, label, state: filled && own === 0 ? "done" : "todo" };
  });
}
