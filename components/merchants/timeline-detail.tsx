import type { ReactNode } from "react";

/** The small facts under what happened. */
export function TimelineDetail({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted text-xs">{children}</div>;
}
