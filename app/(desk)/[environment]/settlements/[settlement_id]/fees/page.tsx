import type { Metadata } from "next";

import { FeesView } from "@/components/settlements/fees/fees-view";
import { feeAudit, feeAuditMerchants } from "@/lib/server/settlements/fees/answer";
import { differingFees } from "@/lib/server/settlements/fees/differing";
import { settlementFeeList } from "@/lib/server/settlements/input";
import { settlementIn } from "@/lib/server/settlements/page";

export const metadata: Metadata = { title: "Settlement: fees" };

export default async function SettlementFeesPage({ params, searchParams }: PageProps<"/[environment]/settlements/[settlement_id]/fees">) {
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
