import { type ReactNode, useId } from "react";

import { Badge } from "@/components/ui/badge";
import { DescriptionList, type DescriptionListProps } from "@/components/ui/description-list";
import type { Tone } from "@/components/ui/tone";

export interface HealthSectionProps extends DescriptionListProps {
  readonly title: string;
  readonly tone: Tone;
  /** The state in a word or two. */
  readonly state: string;
  /** What it means and what to do, where there is something to do. */
  readonly advice?: string | undefined;
  readonly children?: ReactNode;
}

/** One thing that can be well or not: its state, what to do about it, and the figures. */
export function HealthSection({ title, tone, state, advice, items, children }: HealthSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b pb-2">
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        <Badge tone={tone}>{state}</Badge>
      </header>
      {advice && <p className="mt-2 mb-1 max-w-prose text-pretty text-muted">{advice}</p>}
      <DescriptionList items={items} />
      {children}
    </section>
  );
}
