import type { Metadata } from "next";

import { ProfilesView } from "@/components/distribution-profiles/profiles-view";
import { PageHeader } from "@/components/ui/page-header";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import { pricePlans } from "@/lib/klarna/operations/price-plans";
import { environmentOf, readParams } from "@/lib/routes";
import { signedInTo, signedInWith } from "@/lib/server/page";
import { profileUse } from "@/lib/server/products/profile-use";

export const metadata: Metadata = { title: "Distribution profiles" };

export default async function ProfilesPage({ params }: PageProps<"/[environment]/profiles">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("products:read");
  return (
    <>
      <PageHeader
        title="Distribution profiles"
        description="Klarna sets them up for you. A product has exactly one, chosen when the merchant is onboarded: it decides what the merchant pays and what shoppers are offered."
      />
      <ProfilesView
        environment={environment}
        used={await profileUse(environment)}
        calls={{ profiles: callOf(distributionProfiles.list, {}), pricePlans: callOf(pricePlans.list, {}), programPlans: callOf(paymentProgramPlans.list, {}) }}
      />
    </>
  );
}
