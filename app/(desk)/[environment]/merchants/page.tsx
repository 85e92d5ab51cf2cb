import { Plus } from "lucide-react";
import type { Metadata } from "next";

import { MerchantList } from "@/components/merchants/merchant-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { everything } from "@/lib/desk/directory";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { categoryNames } from "@/lib/server/categories/name";
import { listDrafts } from "@/lib/server/drafts/drafts";
import { countMerchants } from "@/lib/server/merchants/counts";
import { listMerchants } from "@/lib/server/merchants/directory";
import { allowed, signedInTo } from "@/lib/server/page";

export const metadata: Metadata = { title: "Merchants" };

export default async function MerchantsPage({ params }: PageProps<"/[environment]/merchants">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  const readAt = new Date().toISOString();
  const mayOnboard = await allowed("merchants:write");
  const [first, counts, drafts] = await Promise.all([
    listMerchants(environment),
    countMerchants(environment, everything),
    mayOnboard ? listDrafts(environment) : [],
  ]);
  const codes = first.merchants.flatMap(({ products }) => products?.map((product) => product.merchant_category_code) ?? []);
  return (
    <>
      <PageHeader
        title="Merchants"
        actions={
          mayOnboard && (
            <>
              {drafts.length > 0 && (
                <ButtonLink href={routes.newMerchant(environment)} variant="ghost">
                  {drafts.length === 1 ? "1 draft" : `${drafts.length} drafts`}
                </ButtonLink>
              )}
              <ButtonLink href={routes.importMerchants(environment)}>Bring in</ButtonLink>
              <ButtonLink href={routes.newMerchant(environment)} variant="primary" icon={<Plus aria-hidden />}>
                Onboard merchant
              </ButtonLink>
            </>
          )
        }
      />
      <MerchantList environment={environment} first={first} counts={counts} readAt={readAt} categories={categoryNames(codes)} mayOnboard={mayOnboard} />
    </>
  );
}
