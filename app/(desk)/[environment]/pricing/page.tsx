import type { Metadata } from "next";

import { PricingView } from "@/components/pricing/pricing-view";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { callOf } from "@/lib/klarna/call";
import { pricePlans } from "@/lib/klarna/operations/price-plans";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { signedInTo, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Prices" };

export default async function PricingPage({ params }: PageProps<"/[environment]/pricing">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("pricing:read");
  return (
    <>
      <PageHeader
        title="Prices"
        description="What Klarna charges for each capture, by plan, version, category, country and program, and what an order would cost under it."
        breadcrumb={<Breadcrumb items={[{ label: "Prices" }]} />}
        actions={<ButtonLink href={routes.simulate(environment)}>Simulate coverage</ButtonLink>}
      />
      <PricingView environment={environment} plans={callOf(pricePlans.list, {})} now={new Date().toISOString()} />
    </>
  );
}
