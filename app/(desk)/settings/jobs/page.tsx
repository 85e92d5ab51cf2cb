import type { Metadata } from "next";

import { JobsView } from "@/components/jobs/jobs-view";
import { PageHeader } from "@/components/ui/page-header";
import { jobsStanding } from "@/lib/server/jobs/standing";
import { allowed, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage() {
  await signedInWith("merchants:read");
  const readAt = new Date().toISOString();
  return (
    <>
      <PageHeader title="Jobs" description="What the desk does in the background: for somebody, or by itself." />
      <JobsView first={await jobsStanding()} readAt={readAt} mayAct={await allowed("jobs:write")} />
    </>
  );
}
