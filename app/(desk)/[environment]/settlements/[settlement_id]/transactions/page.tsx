import type { Metadata } from "next";

import { LineList } from "@/components/settlements/line-list";
import { settlementLineFilterIn } from "@/lib/server/settlements/input";
import { settlementLines } from "@/lib/server/settlements/lines";
import { settlementIn } from "@/lib/server/settlements/page";

export const metadata: Metadata = { title: "Settlement: transactions" };

export default async function SettlementTransactionsPage({ params, searchParams }: PageProps<"/[environment]/settlements/[settlement_id]/transactions">) {
  const { environment, settlement } = await settlementIn(params);
  if (!settlement) return null;
  const filter = settlementLineFilterIn(await searchParams);
  const first = settlement.loaded ? await settlementLines(environment, settlement.settlement_id, filter) : null;
  return <LineList key={JSON.stringify(filter)} filter={filter} first={first} of={settlement.loaded?.sha256} readAt={new Date().toISOString()} />;
}
