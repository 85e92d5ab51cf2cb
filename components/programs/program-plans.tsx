"use client";

import { useId } from "react";
import { Link } from "@/components/ui/link";

import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { TypeMark } from "./type-mark";
import { type PlanInBrief, planName, usePlan } from "./use-plans";

export interface ProgramPlansProps {
  readonly environment: Environment;
  readonly programId: string;
  readonly plans: readonly PlanInBrief[];
  /** Whether they couldn't be read. */
  readonly failed: boolean;
}

/** In which plans a program stands now: at how many places, and how it is enabled there. */
export function ProgramPlans({ environment, programId, plans, failed }: ProgramPlansProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-b pb-2 font-semibold text-base">
        Where it exists now
      </h2>
      {failed && plans.length === 0 && <p className="py-2 text-muted">The plans couldn't be read.</p>}
      <ul>
        {plans.map((plan) => (
          <InPlan key={plan.id} environment={environment} programId={programId} plan={plan} />
        ))}
      </ul>
    </section>
  );
}

function InPlan({ environment, programId, plan }: { readonly environment: Environment; readonly programId: string; readonly plan: PlanInBrief }) {
  const { data, error } = usePlan(environment, plan.id, undefined);
  const column = data?.matrix.programs.indexOf(programId) ?? -1;
  const there = column < 0 ? [] : (data?.matrix.rows ?? []).filter(({ types }) => types[column] !== null && types[column] !== undefined);
  const types = [...new Set(there.map((row) => row.types[column] ?? ""))];
  const count = (of: (row: (typeof there)[number]) => string) => new Set(there.map(of)).size.toLocaleString("en");
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b py-2 last:border-0">
      <Link
        href={routes.programPlan(environment, plan.id, there.length > 0 ? { program: programId } : {})}
        className="wrap-anywhere font-medium hover:underline"
      >
        {planName(plan)}
      </Link>
      {there.length > 0 ? (
        <>
          <span className="text-muted">
            {count((row) => row.merchant_category_code)} categories in {count((row) => row.customer_country)} countries
          </span>
          {types.map((type) => (
            <TypeMark key={type} type={type} />
          ))}
        </>
      ) : (
        <span className="text-muted">{data ? "Not in this plan" : error ? "This plan couldn't be read; open it to see why." : "Reading …"}</span>
      )}
    </li>
  );
}
