import { Plus } from "lucide-react";
import type { Metadata } from "next";

import { MerchantList } from "@/components/merchants/merchant-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { categoryNames } from "@/lib/server/categories/name";
import { listMerchants } from "@/lib/server/merchants/directory";
import { allowed, signedInTo } from "@/lib/server/page";

export const metadata: Metadata = { title: "Merchants" };

export default async function MerchantsPage({ params }: PageProps<"/[environment]/merchants">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  const readAt = new Date().toISOString();
  const [first, mayOnboard] = await Promise.all([listMerchants(environment), allowed("merchants:write")]);
  const codes = first.merchants.flatMap(({ products }) => products?.map((product) => product.merchant_category_code) ?? []);
  return (
    <>
      <PageHeader
        title="Merchants"
        actions={
          mayOnboard && (
            <ButtonLink href={routes.newMerchant(environment)} variant="primary" icon={<Plus aria-hidden />}>
              Onboard merchant
            </ButtonLink>
          )
        }
      />
      <MerchantList environment={environment} first={first} readAt={readAt} categories={categoryNames(codes)} mayOnboard={mayOnboard} />
    </>
  );
}
