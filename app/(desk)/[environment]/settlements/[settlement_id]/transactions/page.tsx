import type { Metadata } from "next";

import { LineList } from "@/components/settlements/line-list";
import { titleById } from "@/lib/server/page-title";
import { settlementLineFilterIn } from "@/lib/server/settlements/input";
import { settlementLines } from "@/lib/server/settlements/lines";
import { settlementIn } from "@/lib/server/settlements/page";

type Props = PageProps<"/[environment]/settlements/[settlement_id]/transactions">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleById(params, "settlement_id", "Settlement", "Transactions");
}

export default async function SettlementTransactionsPage({ params, searchParams }: Props) {
  const { environment, settlement } = await settlementIn(params);
  if (!settlement) return null;
  const filter = settlementLineFilterIn(await searchParams, settlement.types);
  const first = settlement.loaded ? await settlementLines(environment, settlement.settlement_id, filter) : null;
  return <LineList filter={filter} first={first} of={settlement.loaded?.sha256} readAt={new Date().toISOString()} />;
}
