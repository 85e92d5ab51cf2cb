import type { Metadata } from "next";

import { ImportView } from "@/components/imports/import-view";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { listImports } from "@/lib/server/imports/standing";
import { signedInTo, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Bring in merchants" };

export default async function ImportPage({ params }: PageProps<"/[environment]/merchants/import">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("merchants:write");
  const readAt = new Date().toISOString();
  return (
    <>
      <PageHeader
        title="Bring in merchants"
        breadcrumb={<Breadcrumb items={[{ label: "Merchants", href: routes.merchants(environment) }, { label: "Bring in" }]} />}
        description="Klarna has no list of your merchants. Bring their account ids; the desk reads each in the background and finds it from then on."
      />
      <ImportView environment={environment} first={await listImports(environment)} readAt={readAt} />
    </>
  );
}
