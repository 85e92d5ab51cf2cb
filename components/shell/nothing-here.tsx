import { SearchX } from "lucide-react";
import type { ReactNode } from "react";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export interface NothingHereProps {
  readonly title?: string;
  /** In short, and then in full. */
  readonly why?: string;
  readonly children?: ReactNode;
  /** Where to go instead, when the side bar isn't enough. */
  readonly action?: ReactNode;
}

/** What stands in the desk's frame where an address leads to nothing, or to nothing for this person. */
export function NothingHere({ title = "There is nothing at this address", why = "It is gone, or not for your role", children, action }: NothingHereProps) {
  return (
    <>
      <PageHeader title={title} />
      <EmptyState icon={<SearchX aria-hidden />} title={why} action={action}>
        {children ?? "What was kept here may have been deleted meanwhile, or the address is mistyped or cut off. What you may open stands in the side bar."}
      </EmptyState>
    </>
  );
}
