import type { Metadata } from "next";

import { ActivityView } from "@/components/merchants/activity/activity-view";
import { asSearch, kindsFor, questionIn } from "@/lib/desk/timeline";
import { can } from "@/lib/klarna/permissions";
import { merchantAt, merchantTitle } from "@/lib/server/merchants/page";
import { timelineOf } from "@/lib/server/merchants/timeline";
import { longestTimeline } from "@/lib/server/merchants/timeline-input";
import { peopleOnTimeline } from "@/lib/server/merchants/timeline-people";
import { signedIn } from "@/lib/server/page";

type Props = PageProps<"/[environment]/merchants/[account_id]/activity">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await merchantTitle(params, "Activity") };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { environment, account_id } = await merchantAt(params);
  const { personId, role } = await signedIn();
  const search = await searchParams;
  const question = questionIn({ get: (name) => [search[name]].flat()[0] ?? null });
  const readAt = new Date().toISOString();
  const [page, people] = await Promise.all([
    timelineOf(environment, account_id, role, question, { limit: longestTimeline, fields: true }),
    peopleOnTimeline(environment, account_id, role),
  ]);
  return (
    <ActivityView
      first={{ asked: asSearch(question), page, readAt }}
      kinds={kindsFor(role)}
      people={people}
      rights={{ me: personId, mayWrite: can(role, "notes:write"), mayDelete: can(role, "notes:delete") }}
    />
  );
}
