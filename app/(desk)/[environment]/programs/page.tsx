import type { Metadata } from "next";

import { ProgramsView } from "@/components/programs/programs-view";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { signedInTo } from "@/lib/server/page";
import { planCalls } from "@/lib/server/programs/page";

export const metadata: Metadata = { title: "Programs" };

export default async function ProgramsPage({ params }: PageProps<"/[environment]/programs">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  return (
    <>
      <PageHeader
        title="Programs"
        description="The ways to pay that Klarna's plans have for your merchants' shoppers: where, from when, and how each is enabled. Klarna makes the plans; here they are read."
        actions={<ButtonLink href={routes.simulate(environment)}>Simulate coverage</ButtonLink>}
      />
      <ProgramsView environment={environment} calls={planCalls} />
    </>
  );
}
