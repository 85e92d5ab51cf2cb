import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import type { Environment } from "@/lib/klarna/environment";
import { versionWords } from "@/lib/klarna/program-words";
import { routes } from "@/lib/routes";

import type { VersionLine } from "./versions";

export interface PlanDatesProps {
  readonly environment: Environment;
  readonly plan: ProgramPlan;
  readonly lines: readonly VersionLine[];
}

/** From when until when the shown version holds, what Klarna says of it, and what comes after it. */
export function PlanDates({ environment, plan, lines }: PlanDatesProps) {
  const line = lines.find(({ version }) => version === plan.version);
  const next = lines.find(({ before }) => before !== undefined && before.version === plan.version);
  const words = line && versionWords[line.standing];
  const from = plan.effective_from ?? line?.effective_from;
  const to = plan.effective_to ?? line?.effective_to;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {words && <Badge tone={words.tone}>{words.label}</Badge>}
      <span>
        {from ? (
          <>
            from <Moment at={from} />
          </>
        ) : (
          "from the beginning"
        )}{" "}
        {to ? (
          <>
            until <Moment at={to} />
          </>
        ) : (
          "until further notice"
        )}
      </span>
      {plan.comment && <span className="wrap-anywhere text-muted">“{plan.comment}”</span>}
      {next?.standing === "coming" && typeof next.version === "number" && typeof plan.version === "number" && (
        <Link
          href={routes.programPlan(environment, plan.payment_program_plan_id, { version: String(next.version), against: String(plan.version) })}
          className="text-accent-ink underline"
        >
          See what changes on <Moment at={next.effective_from} />
        </Link>
      )}
    </p>
  );
}
