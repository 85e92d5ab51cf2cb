import { countryName } from "@/components/operation/country-name";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { DirectoryMerchant } from "@/lib/desk/merchant";
import { merchantName } from "@/lib/desk/merchant";
import type { ColumnKey } from "@/lib/desk/view";
import { productsInBrief } from "@/lib/klarna/product-words";
import { type CategoryNames, useCategoryName } from "./category";
import { columnNames } from "./list/words";
import { MerchantState } from "./merchant-state";
import { TagChip } from "./tag-chip";

/** The columns that somebody has chosen for the list of merchants. */
export function merchantColumns(chosen: readonly ColumnKey[], categories: CategoryNames): readonly Column<DirectoryMerchant>[] {
  const all: Readonly<Record<ColumnKey, Omit<Column<DirectoryMerchant>, "key" | "header">>> = {
    name: { sortable: true, least: 9.5, cell: (merchant) => <Name merchant={merchant} /> },
    reference: { sortable: true, width: "w-[10%]", least: 5.5, cell: ({ account_reference }) => <Mono text={account_reference} /> },
    state: { width: "w-[16%]", least: 10.5, cell: (merchant) => <MerchantState merchant={merchant} /> },
    country: { sortable: true, width: "w-[7%]", least: 4.5, wideOnly: "first-to-go", cell: ({ country }) => <Country code={country} /> },
    group: {
      sortable: true,
      width: "w-[9%]",
      least: 5,
      wideOnly: "first-to-go",
      cell: ({ account_group_reference, account_group_id }) => account_group_reference ?? account_group_id ?? none,
    },
    products: { width: "w-[17%]", least: 11.5, cell: ({ products }) => <Products products={products ?? []} categories={categories} /> },
    tags: { width: "w-[9%]", least: 5, wideOnly: "first-to-go", cell: ({ tags }) => <Tags tags={tags} /> },
    number: { width: "w-[12%]", least: 7, wideOnly: true, cell: ({ registration_number }) => <Mono text={registration_number} /> },
    domain: { width: "w-[14%]", least: 8, wideOnly: true, cell: ({ websites }) => hostOf(websites?.[0]?.urls[0]) ?? none },
    first_seen: { sortable: true, width: "w-[9%]", wideOnly: true, cell: ({ first_seen_at }) => <Seen at={first_seen_at} /> },
    changed: { sortable: true, width: "w-[9%]", wideOnly: true, cell: ({ changed_at }) => <Seen at={changed_at} /> },
    seen: { sortable: true, width: "w-[9%]", least: 5.5, cell: ({ seen_at }) => <Seen at={seen_at} /> },
  };
  return chosen.map((key) => ({ key, header: columnNames[key], ...all[key] }));
}

const none = <span className="text-muted">–</span>;

function Name({ merchant }: { readonly merchant: DirectoryMerchant }) {
  const name = merchantName(merchant);
  if (name !== merchant.account_id) return <Truncated text={name} />;
  // The ends of ids tell them apart.
  return (
    <span title={name} className="mono font-normal">
      <span className="sr-only">{name}</span>
      <span aria-hidden>…{name.slice(name.lastIndexOf(":") + 1).slice(-12)}</span>
    </span>
  );
}

function Mono({ text }: { readonly text: string | null }) {
  return text ? <Truncated text={text} className="mono" /> : none;
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

function Tags({ tags }: { readonly tags: DirectoryMerchant["tags"] }) {
  if (tags.length === 0) return none;
  return (
    <span className="flex min-w-0 items-center gap-1" title={tags.map(({ name }) => name).join(", ")}>
      {tags.slice(0, 2).map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {tags.length > 2 && <span className="shrink-0 text-muted text-xs">+{tags.length - 2}</span>}
    </span>
  );
}

function hostOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

function Seen({ at }: { readonly at: string | null }) {
  return <span className="text-muted">{at ? <RelativeTime at={at} /> : "Not read yet"}</span>;
}
