import type { Metadata } from "next";

import { FeesView } from "@/components/settlements/fees/fees-view";
import { titleById } from "@/lib/server/page-title";
import { feeAudit, feeAuditMerchants } from "@/lib/server/settlements/fees/answer";
import { differingFees } from "@/lib/server/settlements/fees/differing";
import { settlementFeeList } from "@/lib/server/settlements/input";
import { settlementIn } from "@/lib/server/settlements/page";

type Props = PageProps<"/[environment]/settlements/[settlement_id]/fees">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleById(params, "settlement_id", "Settlement", "Fees");
}

export default async function SettlementFeesPage({ params, searchParams }: Props) {
  const { environment, settlement } = await settlementIn(params);
  if (!settlement) return null;
  const account = settlementFeeList.shape.account.safeParse((await searchParams).account).data;
  const readAt = new Date().toISOString();
  const { settlement_id } = settlement;
  const [audit, merchants, lines] = await Promise.all([
    feeAudit(environment, settlement_id),
    feeAuditMerchants(environment, settlement_id),
    differingFees(environment, settlement_id, account),
  ]);
  return (
    <FeesView
      key={account}
      {...(account !== undefined && { account })}
      audit={audit}
      of={settlement.loaded?.sha256}
      merchants={merchants}
      lines={lines}
      readAt={readAt}
    />
  );
}
