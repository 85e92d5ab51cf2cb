import { StateBadge } from "@/components/ui/badge";
import type { PayoutRow } from "@/lib/desk/payout";

import { verdictOf } from "./words";

/** Whether a payout adds up. */
export function ProofBadge({ payout }: { readonly payout: Pick<PayoutRow, "proof" | "lines_due" | "gone"> }) {
  return <StateBadge {...verdictOf(payout)} />;
}
