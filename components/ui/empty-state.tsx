import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** Why it is empty and what to do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What stands where there is nothing yet. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded border border-dashed px-6 py-14 text-center">
      {icon && <span className="mb-3 text-muted [&_svg]:size-6">{icon}</span>}
      <p className="wrap-anywhere max-w-full font-medium">{title}</p>
      {children && <div className="mt-1 max-w-sm text-balance text-muted">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
