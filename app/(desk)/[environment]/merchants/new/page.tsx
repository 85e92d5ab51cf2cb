import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { NewMerchant } from "@/components/onboarding/new-merchant";
import { environmentOf, readParams } from "@/lib/routes";
import { allowed, signedInTo } from "@/lib/server/page";

export const metadata: Metadata = { title: "New merchants" };

export default async function NewMerchantPage({ params, searchParams }: PageProps<"/[environment]/merchants/new">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  if (!(await allowed("merchants:write"))) notFound();
  const { copy_of } = await searchParams;
  return <NewMerchant environment={environment} copyOf={typeof copy_of === "string" ? copy_of : undefined} />;
}
