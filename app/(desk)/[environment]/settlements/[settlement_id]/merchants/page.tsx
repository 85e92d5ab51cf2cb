import type { Metadata } from "next";

import { MerchantSums } from "@/components/settlements/merchant-sums";
import { settlementMerchants } from "@/lib/server/settlements/merchants";
import { settlementIn } from "@/lib/server/settlements/page";

export const metadata: Metadata = { title: "Settlement: merchants" };

export default async function SettlementMerchantsPage({ params }: PageProps<"/[environment]/settlements/[settlement_id]/merchants">) {
  const { environment, settlement } = await settlementIn(params);
  if (!settlement) return null;
  return <MerchantSums first={await settlementMerchants(environment, settlement.settlement_id)} readAt={new Date().toISOString()} />;
}
