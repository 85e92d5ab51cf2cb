import { Clock } from "lucide-react";

import { Button } from "@/components/ui/button";

import type { Question } from "./question";
import type { Plan } from "./use-plans";
import { daysUntil, dayWords } from "./version-words";

export interface NextChangeProps {
  readonly plan: Plan;
  readonly now: string;
  readonly ask: (next: Partial<Question>) => void;
}

/** That the plan at hand will change, and when; nothing where it won't. */
export function NextChange({ plan, now, ask }: NextChangeProps) {
  const next = plan.versions.find(({ standing }) => standing === "coming");
  if (!next) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded border border-waiting-line bg-waiting-soft py-1 pr-1 pl-3">
      <Clock aria-hidden className="size-4 shrink-0 text-waiting" />
      <span className="wrap-anywhere min-w-0 flex-1">
        {plan.name} changes on {dayWords(next.from)} ({daysUntil(next.from, now)}).
      </span>
      <Button size="sm" variant="ghost" onClick={() => ask({ look: "plans" })}>
        Coming changes
      </Button>
    </p>
  );
}
