import { SearchX } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** What stands in the desk's frame where an address leads to nothing, or to nothing for this person. */
export function NothingHere() {
  return (
    <>
      <PageHeader title="There is nothing at this address" />
      <EmptyState icon={<SearchX aria-hidden />} title="It is gone, or not for your role">
        What was kept here may have been deleted or thrown away meanwhile, or the address is mistyped or cut off. What you may open stands in the side bar.
      </EmptyState>
    </>
  );
}
