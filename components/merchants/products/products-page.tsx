"use client";

import { useQuery } from "@tanstack/react-query";

import { read } from "@/lib/query/read";

import type { CategoryNames } from "../category";
import type { ProfilesCall } from "../list/use-names";
import { useMerchantHere } from "../merchant-context";
import { Section } from "../section";
import { useOnChange } from "../use-on-change";
import type { ProductAccess } from "./product-access";
import { liveProduct } from "./product-context";
import { ProductView } from "./product-view";
import { type ChangesSource, changesOf, useProductChanges } from "./use-product-changes";

export interface ProductsPageProps extends ChangesSource {
  readonly categories: CategoryNames;
  readonly profiles: ProfilesCall;
  readonly access: ProductAccess;
}

/** What the merchant's shoppers can pay with, who switched it off and so who can switch it on again; and the ways to do so. */
export function ProductsPage({ categories, profiles, access, ...source }: ProductsPageProps) {
  const { merchant, account, klarnaProblem, deskProblem, refresh } = useMerchantHere();
  const changes = useProductChanges(source);
  // Klarna sets profiles up once for a partner; without their names the ids still tell them apart.
  const { data } = useQuery({ ...read(merchant.environment, profiles), staleTime: Number.POSITIVE_INFINITY });
  const profileNames = new Map(data?.map((profile) => [profile?.distribution_profile_id, profile?.name]));
  const products = merchant.products ?? [];
  // A change that has become clear, or a product that has become another, is worth a new look at Klarna.
  useOnChange(JSON.stringify([products, changes.map(({ id, state, announcement }) => [id, state, announcement?.is])]), refresh);
  return (
    <div className="max-w-4xl">
      <Section title={products.length > 1 ? `${products.length} products` : "Product"}>
        {products.map((product, index) => (
          <ProductView
            key={product.product_id ?? index}
            product={product}
            live={liveProduct(account, product)}
            unread={account === undefined && (klarnaProblem ?? deskProblem) !== undefined}
            changes={changesOf(changes, product.product_id, products.length === 1)}
            profileName={profileNames.get(product.distribution_profile_id ?? "")}
            {...{ categories, access }}
          />
        ))}
        {products.length === 0 && (
          <p className="py-2 text-muted">
            {merchant.seen_at && merchant.products ? "Klarna knows no product of this merchant." : "Not read yet: the desk asks Klarna for it."}
          </p>
        )}
      </Section>
    </div>
  );
}
