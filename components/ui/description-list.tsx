import type { ReactNode } from "react";

export interface DescriptionListProps {
  /** A value that is undefined or empty reads "Not given". */
  readonly items: readonly { readonly term: string; readonly value: ReactNode }[];
}

/** Facts as label and value; one under the other where there's no room beside. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <dl className="grid">
      {items.map(({ term, value }) => (
        <div
          key={term}
          className="grid grid-cols-[min(11rem,40%)_minmax(0,1fr)] items-baseline gap-x-4 border-b py-2 last:border-0 max-md:grid-cols-1 max-md:gap-y-0.5"
        >
          <dt className="text-muted">{term}</dt>
          <dd className="wrap-anywhere min-w-0">
            {value === undefined || value === null || value === "" ? <span className="text-muted">Not given</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
