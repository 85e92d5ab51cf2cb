import type { Environment } from "@/lib/klarna/environment";

import { ComingChanges } from "./coming-changes";
import { PlanSection } from "./plan-section";
import type { Question } from "./question";
import type { Plan } from "./use-plans";

export interface PlansPanelProps {
  readonly environment: Environment;
  readonly plans: readonly Plan[];
  readonly now: string;
  readonly ask: (next: Partial<Question>) => void;
}

/** All plans with all their versions, and before them what is to come. */
export function PlansPanel({ environment, plans, now, ask }: PlansPanelProps) {
  return (
    <div className="grid grid-cols-1 gap-8">
      <ComingChanges environment={environment} plans={plans} now={now} ask={ask} />
      {plans.map((plan) => (
        <PlanSection key={plan.id} plan={plan} ask={ask} />
      ))}
    </div>
  );
}
