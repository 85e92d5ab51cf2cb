import type { Metadata } from "next";

import { NewMerchant } from "@/components/onboarding/new-merchant";
import { environmentOf, readParams } from "@/lib/routes";
import { signedInTo, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "New merchants" };

export default async function NewMerchantPage({ params, searchParams }: PageProps<"/[environment]/merchants/new">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("merchants:write");
  const { copy_of } = await searchParams;
  return <NewMerchant environment={environment} copyOf={typeof copy_of === "string" ? copy_of : undefined} />;
}
