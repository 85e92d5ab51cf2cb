import type { Metadata } from "next";

import { PeriodReport } from "@/components/payouts/period-report";
import { ReadingsView } from "@/components/payouts/readings-view";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { allowed, signedInTo, signedInWith } from "@/lib/server/page";
import { listConnections } from "@/lib/server/payouts/connections/connections";
import { listSyncs } from "@/lib/server/payouts/sync/standing";

export const metadata: Metadata = { title: "Readings of payouts" };

export default async function ReadingsPage({ params }: PageProps<"/[environment]/payouts/readings">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("settlements:read");
  const readAt = new Date().toISOString();
  const [all, syncs, mayExport] = await Promise.all([listConnections(), listSyncs(environment), allowed("settlements:export")]);
  const connections = all
    .filter((connection) => connection.environment === environment)
    .map(({ id, name, refusal, listed_until }) => ({ id, name, refusal, listed_until }));
  return (
    <>
      <PageHeader
        title="Readings of payouts"
        breadcrumb={<Breadcrumb items={[{ label: "Payouts", href: routes.payouts(environment) }, { label: "Readings" }]} />}
        description="When the desk has read payouts from Klarna, what was new, and what came up."
      />
      <ReadingsView environment={environment} connections={connections} first={syncs} readAt={readAt} />
      {mayExport && connections.length > 0 && <PeriodReport connections={connections} />}
    </>
  );
}
