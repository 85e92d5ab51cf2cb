import type { Metadata } from "next";

import { AttentionView } from "@/components/attention/attention-view";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/klarna/permissions";
import { carePermission } from "@/lib/server/attention/assignees";
import { countAttention } from "@/lib/server/attention/counts";
import { attentionFilterIn } from "@/lib/server/attention/input";
import { listAttention } from "@/lib/server/attention/list";
import { connectedEnvironments, signedIn } from "@/lib/server/page";

export const metadata: Metadata = { title: "Needs attention" };

export default async function AttentionPage({ searchParams }: PageProps<"/attention">) {
  const session = await signedIn();
  const mayAct = can(session.role, carePermission);
  // Whoever can't take care of anything has nothing.
  const filter = attentionFilterIn(await searchParams, mayAct ? "mine" : "all");
  const readAt = new Date().toISOString();
  const [page, counts] = await Promise.all([listAttention(filter, session), countAttention(filter, session)]);
  return (
    <>
      <PageHeader
        title="Needs attention"
        description="What the desk has found that somebody should look at, in every environment. What has passed goes by itself; what somebody has dealt with stays away until it begins anew."
      />
      <AttentionView filter={filter} first={{ page, counts, readAt }} environments={connectedEnvironments()} me={session.personId} mayAct={mayAct} />
    </>
  );
}
