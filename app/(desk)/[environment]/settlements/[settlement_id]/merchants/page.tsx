import type { Metadata } from "next";

import { MerchantSums } from "@/components/settlements/merchant-sums";
import { titleById } from "@/lib/server/page-title";
import { settlementMerchants } from "@/lib/server/settlements/merchants";
import { settlementIn } from "@/lib/server/settlements/page";

type Props = PageProps<"/[environment]/settlements/[settlement_id]/merchants">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleById(params, "settlement_id", "Settlement", "Merchants");
}

export default async function SettlementMerchantsPage({ params }: Props) {
  const { environment, settlement } = await settlementIn(params);
  if (!settlement) return null;
  const first = await settlementMerchants(environment, settlement.settlement_id);
  return <MerchantSums first={first} of={settlement.loaded?.sha256} readAt={new Date().toISOString()} />;
}
