import type { Metadata } from "next";

import { ConnectionsView } from "@/components/payouts/connections-view";
import { PageHeader } from "@/components/ui/page-header";
import { connectedEnvironments, signedInWith } from "@/lib/server/page";
import { listConnections } from "@/lib/server/payouts/connections/connections";

export const metadata: Metadata = { title: "Payout connections" };

export default async function PayoutConnectionsPage() {
  await signedInWith("payouts:connect");
  const readAt = new Date().toISOString();
  return (
    <>
      <PageHeader
        title="Payout connections"
        description="The merchants of Klarna's Settlements API whose payouts the desk reads, and what it is let in with."
      />
      <ConnectionsView environments={connectedEnvironments()} first={await listConnections()} readAt={readAt} />
    </>
  );
}
