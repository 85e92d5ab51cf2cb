import { useQuery } from "@tanstack/react-query";
import { TellMerchant } from "@/components/operation/tell-merchant";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { MonoId } from "@/components/ui/mono-id";
import type { DirectoryMerchant, DirectoryProduct } from "@/lib/desk/merchant";
import { inWords } from "@/lib/klarna/plain-words";
import { productWords } from "@/lib/klarna/product-words";
import { read } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { type CategoryNames, useCategoryName } from "./category";
import type { ProfilesCall } from "./list/use-names";
import { type Live, liveValue } from "./live-value";
import { WordsBadge } from "./merchant-state";
import { Section } from "./section";

export interface ProductsSectionProps {
  readonly merchant: DirectoryMerchant;
  readonly categories: CategoryNames;
  readonly profiles: ProfilesCall;
  readonly live: Live;
}

/** What the merchant's shoppers can pay with, each with its state: who switched it off, and so who can switch it on again. */
export function ProductsSection({ merchant: { environment, account_id, products, seen_at }, categories, profiles, live }: ProductsSectionProps) {
  // Klarna sets profiles up once for a partner; without their names the ids still tell them apart.
  const { data } = useQuery({ ...read(environment, profiles), staleTime: Number.POSITIVE_INFINITY });
  const profileNames = new Map(data?.map((profile) => [profile?.distribution_profile_id, profile?.name]));
  return (
    <Section title="Products">
      {products?.map((product, index) => (
        <Product
          key={product.product_id ?? index}
          product={product}
          profileName={profileNames.get(product.distribution_profile_id ?? "")}
          categories={categories}
          live={live}
        />
      ))}
      {!products?.length && <p className="py-2 text-muted">{seen_at && products ? "Klarna knows no product of this merchant." : "Not read yet."}</p>}
      {Boolean(products?.length) && (
        <Link className="inline-block pt-2 text-accent-ink underline" href={routes.merchant(environment, account_id, "products")}>
          All about its products
        </Link>
      )}
    </Section>
  );
}

interface ProductProps extends Pick<ProductsSectionProps, "categories" | "live"> {
  readonly product: DirectoryProduct;
  readonly profileName: string | null | undefined;
}

function Product({ product, profileName, categories, live }: ProductProps) {
  const { product_id = "", type = "PAYMENT", distribution_profile_id, merchant_category_code: code, state, state_reason } = product;
  const words = state === undefined ? undefined : productWords(state, state_reason);
  const category = useCategoryName(code, categories);
  const off = state !== undefined && state !== "ENABLED";
  return (
    <div className="border-b py-3 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">{inWords(type)}</h3>
        {words && <WordsBadge words={words} />}
        {words && (
          <div className="max-md:-ml-3 md:-my-1 md:-mr-2 md:ml-auto">
            <TellMerchant about={{ state: words.tell }} />
          </div>
        )}
      </div>
      {words && <p className="mt-1 mb-0.5 text-pretty">{words.meaning}</p>}
      <DescriptionList
        items={[
          ...(words && off
            ? [
                { term: "Who can change it", value: words.who },
                { term: "What still works", value: words.works },
              ]
            : []),
          ...(off ? [{ term: "Reason given", value: liveValue(live, ({ productNotes }) => productNotes.get(product_id)) }] : []),
          { term: "Category", value: code && (category === code ? code : `${category} (${code})`) },
          { term: "Profile", value: profileName ?? (distribution_profile_id && <MonoId value={distribution_profile_id} label="profile id" />) },
          { term: "Product id", value: product_id && <MonoId value={product_id} label="product id" /> },
        ]}
      />
    </div>
  );
}
