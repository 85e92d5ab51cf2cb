import { SearchX } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export default function MerchantNotFound() {
  return (
    <>
      <PageHeader title="No such merchant" />
      <EmptyState icon={<SearchX aria-hidden />} title="This address names no account of Klarna's">
        An account id begins with <span className="font-mono text-xs">krn:partner:</span> and has only letters, digits, colons and hyphens. This one may be
        mistyped or cut off.
      </EmptyState>
    </>
  );
}
