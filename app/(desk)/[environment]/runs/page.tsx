import type { Metadata } from "next";

import { RunList } from "@/components/runs/run-list";
import { PageHeader } from "@/components/ui/page-header";
import { environmentOf, readParams } from "@/lib/routes";
import { signedInTo } from "@/lib/server/page";
import { listRuns } from "@/lib/server/runs/standing";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ params }: PageProps<"/[environment]/runs">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  const readAt = new Date().toISOString();
  return (
    <>
      <PageHeader title="Runs" description="What is done to many merchants at once: within Klarna's rate, each merchant once, with what became of it." />
      <RunList environment={environment} first={await listRuns(environment)} readAt={readAt} />
    </>
  );
}
