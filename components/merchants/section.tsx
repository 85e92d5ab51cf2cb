import { type ReactNode, useId } from "react";

export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the merchant's page: a heading and a rule. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-b pb-2 font-semibold text-base">
        {title}
      </h2>
      <div className="pt-1">{children}</div>
    </section>
  );
}
