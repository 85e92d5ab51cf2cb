import type { Metadata } from "next";

import { SettlementProof } from "@/components/settlements/settlement-proof";
import { settlementIn } from "@/lib/server/settlements/page";

export const metadata: Metadata = { title: "Settlement" };

export default async function SettlementPage({ params }: PageProps<"/[environment]/settlements/[settlement_id]">) {
  const { settlement } = await settlementIn(params);
  return settlement ? <SettlementProof /> : null;
}
