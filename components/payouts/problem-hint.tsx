import type { ReactNode } from "react";

import { Notice } from "@/components/ui/notice";

/** What to do about an amount that doesn't agree. */
export function ProblemHint({ children }: { readonly children: ReactNode }) {
  return (
    <Notice tone="wrong" className="mt-3 max-w-xl" title="This needs somebody">
      {children}
    </Notice>
  );
}
