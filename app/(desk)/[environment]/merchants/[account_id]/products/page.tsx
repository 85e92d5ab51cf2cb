import type { Metadata } from "next";

import { productAccess } from "@/components/merchants/products/product-access";
import { ProductsPage } from "@/components/merchants/products/products-page";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { categoryNames } from "@/lib/server/categories/name";
import { knownMerchant, merchantAt, merchantTitle } from "@/lib/server/merchants/page";
import { signedInWith } from "@/lib/server/page";
import { productChanges } from "@/lib/server/products/changes";

type Props = PageProps<"/[environment]/merchants/[account_id]/products">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await merchantTitle(params, "Products") };
}

export default async function MerchantProductsPage({ params }: Props) {
  const { environment, account_id } = await merchantAt(params);
  const { role } = await signedInWith("products:read");
  const readAt = new Date().toISOString();
  const [known, first] = await Promise.all([knownMerchant(environment, account_id), productChanges(environment, account_id)]);
  return (
    <ProductsPage
      environment={environment}
      accountId={account_id}
      first={first}
      readAt={readAt}
      categories={categoryNames(known?.products?.map((product) => product.merchant_category_code) ?? [])}
      profiles={callOf(distributionProfiles.list, {})}
      access={productAccess(role)}
    />
  );
}
