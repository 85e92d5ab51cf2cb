import type { Metadata } from "next";

import { SettlementProof } from "@/components/settlements/settlement-proof";
import { titleById } from "@/lib/server/page-title";
import { settlementIn } from "@/lib/server/settlements/page";

type Props = PageProps<"/[environment]/settlements/[settlement_id]">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleById(params, "settlement_id", "Settlement");
}

export default async function SettlementPage({ params }: Props) {
  const { settlement } = await settlementIn(params);
  return settlement ? <SettlementProof /> : null;
}
