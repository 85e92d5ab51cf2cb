import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { DirectoryMerchant } from "@/lib/desk/merchant";
import { productsInBrief } from "@/lib/klarna/product-words";

import { type CategoryNames, useCategoryName } from "./category";
import { countryName } from "./country-name";
import { MerchantState, merchantName } from "./merchant-state";

/** The columns of the list of merchants. */
export function merchantColumns(categories: CategoryNames): readonly Column<DirectoryMerchant>[] {
  return [
    { key: "name", header: "Merchant", cell: (merchant) => <Name merchant={merchant} /> },
    { key: "reference", header: "Reference", width: "w-[13%]", cell: ({ account_reference }) => <Mono text={account_reference} /> },
    { key: "state", header: "State", width: "w-[19%]", cell: (merchant) => <MerchantState merchant={merchant} /> },
    { key: "country", header: "Country", width: "w-[7%]", wideOnly: true, cell: ({ country }) => <Country code={country} /> },
    {
      key: "group",
      header: "Group",
      width: "w-[11%]",
      wideOnly: true,
      cell: ({ account_group_reference, account_group_id }) => account_group_reference ?? account_group_id ?? none,
    },
    { key: "products", header: "Products", width: "w-[19%]", cell: ({ products }) => <Products products={products ?? []} categories={categories} /> },
    { key: "seen", header: "Seen", width: "w-[10%]", cell: ({ seen_at }) => <Seen at={seen_at} /> },
  ];
}

const none = <span className="text-muted">–</span>;

function Name({ merchant }: { readonly merchant: DirectoryMerchant }) {
  const name = merchantName(merchant);
  if (name !== merchant.account_id) return <Truncated text={name} />;
  // The ends of ids tell them apart.
  return (
    <span title={name} className="font-mono font-normal text-[13px]">
      <span className="sr-only">{name}</span>
      <span aria-hidden>…{name.slice(name.lastIndexOf(":") + 1).slice(-12)}</span>
    </span>
  );
}

function Mono({ text }: { readonly text: string | null }) {
  return text ? <Truncated text={text} className="font-mono text-[13px]" /> : none;
}

function Country({ code }: { readonly code: string | null }) {
  if (!code) return none;
  return (
    // Server and browser may spell a country differently; the code is the same.
    <abbr title={countryName(code)} suppressHydrationWarning className="no-underline">
      {code}
    </abbr>
  );
}

interface ProductsProps {
  readonly products: NonNullable<DirectoryMerchant["products"]>;
  readonly categories: CategoryNames;
}

/** What is as it should be is said quietly; what isn't stands out. */
function Products({ products, categories }: ProductsProps) {
  const trade = useCategoryName(products[0]?.merchant_category_code, categories);
  if (products.length === 0) return none;
  const { tone, label } = productsInBrief(products);
  if (tone !== "good") return <Badge tone={tone}>{label}</Badge>;
  return <Truncated text={[label, trade].filter(Boolean).join(" · ")} />;
}

function Seen({ at }: { readonly at: string | null }) {
  return <span className="text-muted">{at ? <RelativeTime at={at} /> : "Not read yet"}</span>;
}
