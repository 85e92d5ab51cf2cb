import type { ReactNode } from "react";

import { Arrived } from "./arrived";

export interface PageHeaderProps {
  readonly title: string;
  /** Small facts beside the title: a state badge, an id. */
  readonly aside?: ReactNode;
  readonly description?: ReactNode;
  /** A `Breadcrumb`; it stands in the top bar. */
  readonly breadcrumb?: ReactNode;
  /** The primary one last, at the end where the eye stops. */
  readonly actions?: ReactNode;
}

/** The page's name (its only h1), where it lies, and what can be done here. */
export function PageHeader({ title, aside, description, breadcrumb, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      {breadcrumb}
      <div className="min-w-0 max-w-full">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 dir="auto" className="wrap-anywhere min-w-0 text-balance font-semibold text-xl tracking-tight">
            {title}
          </h1>
          {aside}
        </div>
        {description && <div className="mt-1 max-w-prose text-pretty text-muted">{description}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      <Arrived />
    </header>
  );
}
