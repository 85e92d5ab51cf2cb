import type { Metadata } from "next";

import { FindView } from "@/components/bank-statement/find-view";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { signedInTo, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Find by bank statement" };

export default async function FindPage({ params }: PageProps<"/[environment]/settlements/find">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("settlements:read");
  return (
    <>
      <PageHeader
        title="Find by bank statement"
        breadcrumb={<Breadcrumb items={[{ label: "Settlements", href: routes.settlements(environment) }, { label: "Find" }]} />}
        description="Paste references, or choose what your bank exports (CSV or CAMT.053). It is read in this browser: only what may be a reference is asked for, and nothing of it is kept."
      />
      <FindView environment={environment} />
    </>
  );
}
