"use client";

import { Notice } from "@/components/ui/notice";
import type { ProblemField } from "@/lib/klarna/problem";

import { faultsOf, steps } from "./steps";
import { useWizard } from "./wizard-context";
import { fieldLabel } from "./words";

/** What must be filled in or corrected before it can be sent, by step, each leading to its field. */
export function Missing({ faults }: { readonly faults: readonly ProblemField[] }) {
  const { goTo } = useWizard();
  const found = steps.map((step) => ({ ...step, faults: faultsOf(step.key, faults) })).filter((step) => step.faults.length > 0);
  return (
    <Notice tone="waiting" title={faults.length === 1 ? "One thing is missing or wrong" : `${faults.length} things are missing or wrong`}>
      <ul className="mt-1 grid gap-2">
        {found.map((step) => (
          <li key={step.key}>
            <span className="font-medium">{step.label}</span>
            <ul className="mt-0.5 grid gap-0.5">
              {step.faults.map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  <button type="button" onClick={() => goTo(step.key, path)} className="rounded-sm font-medium text-accent-ink underline underline-offset-2">
                    {fieldLabel(path)}
                  </button>
                  : {message}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
