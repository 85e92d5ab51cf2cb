import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { MonoId } from "@/components/ui/mono-id";
import { type Column, Table } from "@/components/ui/table";
import type { PlanVersion } from "@/lib/klarna/pricing/plan-versions";

import type { Question } from "./question";
import type { Plan } from "./use-plans";
import { dayWords, standingTones, standingWords } from "./version-words";

export interface PlanSectionProps {
  readonly plan: Plan;
  readonly ask: (next: Partial<Question>) => void;
}

/** A plan and its versions: which holds, since when, and what comes on which date. */
export function PlanSection({ plan, ask }: PlanSectionProps) {
  const current = plan.versions.find(({ standing }) => standing === "current");
  // A program of another plan would leave nothing to see.
  const here = { plan: plan.id, program: "" };
  const columns: readonly Column<PlanVersion>[] = [
    { key: "version", header: "Version", width: "w-24", cell: ({ version }) => `Version ${version}` },
    { key: "standing", header: "Stands", width: "w-32", cell: ({ standing }) => <Badge tone={standingTones[standing]}>{standingWords[standing]}</Badge> },
    { key: "from", header: "From", width: "w-40", cell: ({ from }) => dayWords(from) },
    { key: "to", header: "Until", width: "w-40", cell: ({ to }) => (to ? dayWords(to) : "Open") },
    { key: "comment", header: "Klarna's comment", cell: ({ comment }) => comment ?? "–" },
    {
      key: "look",
      header: "Look at it",
      width: "w-44",
      whole: true,
      cell: ({ version, standing }) => (
        <span className="flex flex-wrap gap-1 md:justify-end">
          {current && standing !== "current" && (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => ask({ ...here, look: "compare", by: "version", version: String(current.version), other: String(version) })}
              aria-label={`Compare version ${version} with the one in force`}
            >
              Compare
            </Button>
          )}
          <Button size="sm" onClick={() => ask({ ...here, look: "rates", version: String(version) })} aria-label={`Show the rates of version ${version}`}>
            Rates
          </Button>
        </span>
      ),
    },
  ];
  return (
    <section aria-label={plan.name} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold text-base">{plan.name}</h2>
        {plan.description && <span className="wrap-anywhere text-muted">{plan.description}</span>}
        <MonoId value={plan.id} label="price plan id" />
      </div>
      <Table
        caption={`Versions of ${plan.name}`}
        columns={columns}
        rows={plan.versions}
        rowKey={({ version }) => String(version)}
        empty={<p className="text-muted">Klarna names no version of this plan.</p>}
      />
    </section>
  );
}
