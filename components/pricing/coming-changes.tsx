import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import type { Question } from "./question";
import type { Plan } from "./use-plans";
import { daysUntil, dayWords } from "./version-words";

export interface ComingChangesProps {
  readonly environment: Environment;
  readonly plans: readonly Plan[];
  readonly now: string;
  readonly ask: (next: Partial<Question>) => void;
}

/** The versions that are still to come, the next first: when each begins, what it brings, and whom it touches. */
export function ComingChanges({ environment, plans, now, ask }: ComingChangesProps) {
  const coming = plans.flatMap((plan) => plan.versions.filter(({ standing }) => standing === "coming").map((version) => ({ plan, version })));
  if (coming.length === 0) return <p className="text-muted">No version of any plan is to come: what is charged now stays until Klarna announces another.</p>;
  const sorted = coming.sort((one, other) => ((one.version.from ?? "") < (other.version.from ?? "") ? -1 : 1));
  return (
    <Notice tone="info" title={sorted.length === 1 ? "One price plan changes" : `${sorted.length} changes of price plans are to come`}>
      <ul className="mt-1 grid gap-2">
        {sorted.map(({ plan, version }) => (
          <li key={`${plan.id} ${version.version}`} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="wrap-anywhere min-w-0">
              <span className="font-medium">{plan.name}</span> on {dayWords(version.from)} ({daysUntil(version.from, now)})
              {version.comment && <span className="text-muted">: {version.comment}</span>}
            </span>
            <span className="flex flex-wrap gap-1">
              {version.before !== undefined && (
                <Button
                  size="sm"
                  aria-label={`What changes in ${plan.name}`}
                  onClick={() =>
                    ask({ plan: plan.id, look: "compare", by: "version", version: String(version.before), other: String(version.version), program: "" })
                  }
                >
                  What changes
                </Button>
              )}
              {version.before !== undefined && (
                <ButtonLink
                  size="sm"
                  aria-label={`Whom the change of ${plan.name} touches`}
                  href={routes.simulate(environment, { change: `${plan.id} ${version.before} ${version.version}` })}
                >
                  Whom it touches
                </ButtonLink>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
