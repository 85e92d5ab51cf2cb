import { type ReactNode, useId } from "react";

export interface SectionProps {
  readonly title: string;
  readonly description?: string;
  readonly children: ReactNode;
}

/** A part of a person's page, under its heading. */
export function Section({ title, description, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-8 max-w-3xl">
      <h2 id={id} className="mb-2 font-semibold text-base">
        {title}
      </h2>
      {description && <p className="mb-3 text-muted">{description}</p>}
      {children}
    </section>
  );
}
