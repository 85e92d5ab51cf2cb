import type { Metadata } from "next";

import { FinanceView } from "@/components/finance/finance-view";
import { PageHeader } from "@/components/ui/page-header";
import { environmentOf, readParams } from "@/lib/routes";
import { financeOverview } from "@/lib/server/finance/overview";
import { financePeriodIn } from "@/lib/server/finance/period";
import { signedInTo, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Finance" };

export default async function FinancePage({ params, searchParams }: PageProps<"/[environment]/finance">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("settlements:read");
  const period = await financePeriodIn(await searchParams);
  const readAt = new Date().toISOString();
  const first = await financeOverview(environment, period);
  return (
    <>
      <PageHeader title="Finance" description="What Klarna pays out by week and what it charges for it; what doesn't add up, and what is late." />
      <FinanceView environment={environment} first={first} readAt={readAt} />
    </>
  );
}
