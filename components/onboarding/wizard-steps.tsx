"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { LinesSkeleton } from "@/components/ui/skeleton";
import { Stepper } from "@/components/ui/stepper";

import type { ProblemField } from "@/lib/klarna/problem";

import type { Checked } from "./check";
import type { Refusal } from "./contract";
import { MerchantStep } from "./merchant-step";
import type { ReviewStepProps } from "./review-step";
import { stepStates } from "./step-states";
import { steps as all, isStep, neighbour, type StepKey } from "./steps";
import { useOnboardingForm } from "./use-onboarding-form";
import type { useSteps } from "./use-steps";

export interface WizardStepsProps {
  readonly steps: ReturnType<typeof useSteps>;
  readonly checked: Checked | undefined;
  readonly faults: readonly ProblemField[];
  readonly refusals: readonly Refusal[];
  readonly locked: boolean;
  readonly sending: boolean;
  readonly title: string;
  readonly onSend: ReviewStepProps["onSend"];
}

/** The steps at the side and the open one beside them. */
export function WizardSteps({ steps, checked, faults, refusals, locked, sending, title, onSend }: WizardStepsProps) {
  const form = useOnboardingForm();
  const { step, seen, heading, goTo } = steps;
  const before = neighbour(step, -1);
  const after = neighbour(step, 1);
  const states = stepStates(form.getValues(), [...faults, ...refusals], seen, step);
  return (
    <div className="grid max-w-4xl items-start gap-x-10 gap-y-6 md:grid-cols-[12rem_minmax(0,1fr)]">
      <div className="md:sticky md:top-[calc(var(--top)+24px)]">
        <Stepper label="Steps of the onboarding" steps={states} current={step} onSelect={(key) => isStep(key) && goTo(key)} />
      </div>
      <form
        method="post"
        autoComplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // Enter in a field goes on; only the button of the review sends.
          if (after) goTo(after);
        }}
        className="min-w-0"
      >
        <h2 ref={heading} tabIndex={-1} className="mb-5 font-semibold text-base outline-none">
          {all.find(({ key }) => key === step)?.label}
        </h2>
        <fieldset disabled={locked && step !== "review"} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
          {step === "review" ? (
            <ReviewStep checked={checked} refusals={refusals} locked={locked} sending={sending} title={title} onSend={onSend} />
          ) : (
            contents[step]
          )}
        </fieldset>
        <footer className="mt-8 flex flex-wrap justify-between gap-3 border-t pt-4">
          {before ? <Button onClick={() => goTo(before)}>Back</Button> : <span />}
          {after && (
            <Button type="submit" variant="primary">
              Continue
            </Button>
          )}
        </footer>
      </form>
    </div>
  );
}

const loading = () => <LinesSkeleton lines={6} />;
const OwnerStep = dynamic(() => import("./owner-step").then((step) => step.OwnerStep), { loading });
const BusinessStep = dynamic(() => import("./business-step").then((step) => step.BusinessStep), { loading });
const PeopleStep = dynamic(() => import("./people-step").then((step) => step.PeopleStep), { loading });
const BankStep = dynamic(() => import("./bank-step").then((step) => step.BankStep), { loading });
const BrandStep = dynamic(() => import("./brand-step").then((step) => step.BrandStep), { loading });
const ProductStep = dynamic(() => import("./product-step").then((step) => step.ProductStep), { loading });
const ReviewStep = dynamic(() => import("./review-step").then((step) => step.ReviewStep), { loading });

const contents: Readonly<Record<Exclude<StepKey, "review">, ReactNode>> = {
  merchant: <MerchantStep />,
  owner: <OwnerStep />,
  business: <BusinessStep />,
  people: <PeopleStep />,
  bank: <BankStep />,
  brand: <BrandStep />,
  product: <ProductStep />,
};
