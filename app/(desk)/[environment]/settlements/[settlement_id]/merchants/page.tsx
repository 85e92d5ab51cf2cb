import type { Metadata } from "next";

import { MerchantSums } from "@/components/settlements/merchant-sums";
import { settlementMerchants } from "@/lib/server/settlements/merchants";
import { settlementIn } from "@/lib/server/settlements/page";

export const metadata: Metadata = { title: "Settlement: merchants" };

export default async function SettlementMerchantsPage({ params }: PageProps<"/[environment]/settlements/[settlement_id]/merchants">) {
  const { environment, settlement } = await settlementIn(params);
  if (!settlement) return null;
  const first = await settlementMerchants(environment, settlement.settlement_id);
  return <MerchantSums first={first} of={settlement.loaded?.sha256} readAt={new Date().toISOString()} />;
}
