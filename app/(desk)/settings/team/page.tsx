import type { Metadata } from "next";

import { TeamList } from "@/components/team/team-list";
import { env } from "@/lib/server/env";
import { signedInWith } from "@/lib/server/page";
import { listTeam } from "@/lib/server/team/list";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage() {
  await signedInWith("team:write");
  const readAt = new Date().toISOString();
  const { passwords, provider } = env().signIn;
  return <TeamList first={await listTeam()} readAt={readAt} provider={provider?.label} passwords={passwords} />;
}
