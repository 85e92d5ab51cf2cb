import type { Metadata } from "next";

import { CoverageView } from "@/components/pricing/coverage/coverage-view";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import { pricePlans } from "@/lib/klarna/operations/price-plans";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { signedInTo, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Simulate coverage" };

export default async function SimulatePage({ params }: PageProps<"/[environment]/programs/simulate">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("programs:read");
  const calls = {
    profiles: callOf(distributionProfiles.list, {}),
    programPlans: callOf(paymentProgramPlans.list, {}),
    pricePlans: callOf(pricePlans.list, {}),
  };
  return (
    <>
      <PageHeader
        title="Simulate coverage"
        description="Which programs a merchant would have somewhere, and what each costs. Change one thing and see what becomes different."
        breadcrumb={<Breadcrumb items={[{ label: "Programs", href: routes.programs(environment) }, { label: "Simulate coverage" }]} />}
      />
      <CoverageView environment={environment} calls={calls} now={new Date().toISOString()} />
    </>
  );
}
