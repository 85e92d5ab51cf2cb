import type { Metadata } from "next";

import { ProgramsPage } from "@/components/merchants/programs/programs-page";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";
import { paymentPrograms } from "@/lib/klarna/operations/payment-programs";
import { knownMerchant, merchantAt, merchantTitle } from "@/lib/server/merchants/page";
import { allowed } from "@/lib/server/page";
import { knownProgramNames } from "@/lib/server/programs/names";

type Props = PageProps<"/[environment]/merchants/[account_id]/programs">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await merchantTitle(params, "Programs") };
}

export default async function MerchantProgramsPage({ params }: Props) {
  const { environment, account_id } = await merchantAt(params);
  const [known, mayWrite, names] = await Promise.all([knownMerchant(environment, account_id), allowed("programs:write"), knownProgramNames(environment)]);
  const ids = known?.products?.flatMap(({ product_id }) => product_id ?? []) ?? [];
  const calls = ids.map((product_id) => {
    const product = { account_id, product_id };
    return [product_id, { programs: callOf(paymentPrograms.listForProduct, product), enablements: callOf(paymentProgramEnablements.list, product) }] as const;
  });
  return <ProgramsPage calls={Object.fromEntries(calls)} profiles={callOf(distributionProfiles.list, {})} names={names} mayWrite={mayWrite} />;
}
