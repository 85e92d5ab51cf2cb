import type { Metadata } from "next";

import { HealthView } from "@/components/health/health-view";
import { PageHeader } from "@/components/ui/page-header";
import { healthReport } from "@/lib/server/health/report";
import { allowed, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Health" };

export default async function HealthPage() {
  await signedInWith("health:read");
  return (
    <>
      <PageHeader title="Health" description="How the desk is, and what it needs: its database, Klarna, and the work in the background." />
      <HealthView first={await healthReport()} mayOpenWebhooks={await allowed("webhooks:read")} />
    </>
  );
}
