"use client";

import { useQuery } from "@tanstack/react-query";

import { LinesSkeleton } from "@/components/ui/skeleton";
import type { DirectoryProduct } from "@/lib/desk/merchant";
import { inWords } from "@/lib/klarna/plain-words";
import { read } from "@/lib/query/read";
import type { ProfilesCall } from "../list/use-names";
import { useMerchantHere } from "../merchant-context";
import { ProductPrograms } from "./product-programs";
import type { ProductCalls } from "./use-product-programs";

export interface ProgramsPageProps {
  /** What to ask Klarna about each product, by its id. */
  readonly calls: Readonly<Record<string, ProductCalls>>;
  readonly profiles: ProfilesCall;
  /** What the desk knows programs by, for those that Klarna doesn't list for a product. */
  readonly names: Readonly<Record<string, string>>;
  readonly mayWrite: boolean;
}

/** The ways to pay that a merchant's products may have, and when. */
export function ProgramsPage({ calls, profiles, names, mayWrite }: ProgramsPageProps) {
  const { merchant } = useMerchantHere();
  const { data } = useQuery({ ...read(merchant.environment, profiles), staleTime: Number.POSITIVE_INFINITY });
  const products = (merchant.products ?? []).filter((product): product is DirectoryProduct & { readonly product_id: string } => Boolean(product.product_id));
  if (products.length === 0)
    return <p className="text-muted">{merchant.seen_at ? "Klarna knows no product of this merchant." : "Its products aren't read yet."}</p>;
  return (
    <div className="grid grid-cols-1 gap-12">
      <p className="-mb-8 max-w-prose text-pretty text-muted">
        Which ways to pay each product may have, where and until when. What Klarna lists for it comes from the plan of its distribution profile and its
        category.
      </p>
      {products.map((product) => {
        const ask = calls[product.product_id];
        const planId = data?.find((profile) => profile?.distribution_profile_id === product.distribution_profile_id)?.payment_program_plan_id ?? undefined;
        return (
          <div key={product.product_id} className="grid grid-cols-1 gap-6">
            {products.length > 1 && (
              <h2 className="wrap-anywhere font-semibold text-base">
                {inWords(product.type ?? "PAYMENT")} <span className="font-mono font-normal text-muted text-xs">{product.product_id.slice(-8)}</span>
              </h2>
            )}
            {ask ? <ProductPrograms product={product} calls={ask} planId={planId} names={names} mayWrite={mayWrite} /> : <LinesSkeleton lines={6} />}
          </div>
        );
      })}
    </div>
  );
}
