import type { Metadata } from "next";

import { NewFromTable } from "@/components/onboarding/table/new-from-table";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { environmentOf, readParams } from "@/lib/routes";
import { signedInTo, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "New merchants from a table" };

export default async function NewFromTablePage({ params }: PageProps<"/[environment]/merchants/new/table">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("merchants:write");
  return <NewFromTable environment={environment} profiles={callOf(distributionProfiles.list, {})} />;
}
