import { type ReactNode, useId } from "react";
import { TellMerchant } from "@/components/operation/tell-merchant";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { MonoId } from "@/components/ui/mono-id";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { DirectoryProduct } from "@/lib/desk/merchant";
import type { ProductChange } from "@/lib/desk/product";
import type { Environment } from "@/lib/klarna/environment";
import { inWords } from "@/lib/klarna/plain-words";
import { productWords } from "@/lib/klarna/product-words";
import { routes } from "@/lib/routes";

import { type CategoryNames, useCategoryName } from "../category";
import { useMerchantHere } from "../merchant-context";
import { WordsBadge } from "../merchant-state";
import { ChangeSteps } from "./change-steps";
import { reasonInWords } from "./order-words";
import type { ProductAccess } from "./product-access";
import { ProductActs } from "./product-acts";
import type { LiveProduct } from "./product-context";

export interface ProductViewProps {
  readonly product: DirectoryProduct;
  readonly live: LiveProduct | undefined;
  /** Whether Klarna can't be asked now. */
  readonly unread: boolean;
  /** What was asked for it here, the latest first. */
  readonly changes: readonly ProductChange[];
  readonly profileName: string | null | undefined;
  readonly categories: CategoryNames;
  readonly access: ProductAccess;
}

/** One product: how it stands and why, what can be done with it, and how what was asked for last goes on. */
export function ProductView({ product, live, unread, changes, profileName, categories, access }: ProductViewProps) {
  const id = useId();
  const { environment } = useMerchantHere().merchant;
  const { product_id = "", type = "PAYMENT", distribution_profile_id: profile, merchant_category_code: code, state, state_reason } = product;
  const words = state === undefined ? undefined : productWords(state, state_reason);
  const category = useCategoryName(code, categories);
  const off = state !== undefined && state !== "ENABLED";
  const [latest] = changes;
  const suspension = suspensionIn(changes, product);
  return (
    <article aria-labelledby={id} className="border-b py-4 last:border-0">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={id} className="font-semibold">
          {inWords(type)}
        </h3>
        {words && <WordsBadge words={words} />}
        {words && (
          <div className="max-md:-ml-3 md:ml-auto">
            <TellMerchant about={{ state: words.tell }} />
          </div>
        )}
      </header>
      {words && <p className="mt-1 mb-3 max-w-prose text-pretty">{words.meaning}</p>}
      <ProductActs {...{ product, access, suspension }} details={live?.details} />
      {latest && <ChangeSteps change={latest} label={words?.label} />}
      <DescriptionList
        items={[
          ...(words
            ? [
                { term: "Who can change it", value: words.who },
                { term: "What still works", value: words.works },
              ]
            : []),
          ...(off
            ? [
                { term: "Reason", value: reasonInWords(state_reason) },
                { term: "Details given", value: read(live, unread, ({ details }) => details) },
                ...(live?.context.map(({ term, value }) => ({ term, value: <span className="break-all">{value}</span> })) ?? []),
                ...(suspension ? [{ term: "Suspended here by", value: <By change={suspension} /> }] : []),
              ]
            : []),
          { term: "Category", value: code && (category === code ? code : `${category} (${code})`) },
          { term: "Distribution profile", value: profile && <Profile environment={environment} id={profile} name={profileName} /> },
          { term: "Product id", value: product_id && <MonoId value={product_id} label="product id" /> },
        ]}
      />
    </article>
  );
}

/** The suspension by which it is off, where this desk asked for it: whatever Klarna has decided since was nobody's here. */
function suspensionIn(changes: readonly ProductChange[], { state, state_reason }: DirectoryProduct): ProductChange | undefined {
  const done = changes.find((change) => change.state === "confirmed" && change.act !== "change-category");
  return done?.act === "suspend" && state === "DISABLED" && state_reason === `${done.reason}_BY_PARTNER` ? done : undefined;
}

function read(live: LiveProduct | undefined, unread: boolean, pick: (live: LiveProduct) => ReactNode): ReactNode {
  if (live) return pick(live);
  return unread ? <span className="text-muted">Not read</span> : <Skeleton className="h-3 w-40 max-w-full" />;
}

function By({ change: { by, at, ticket } }: { readonly change: ProductChange }) {
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {by}
      {ticket && (
        <span className="text-muted">
          ticket <span className="break-all mono text-ink">{ticket}</span>
        </span>
      )}
      <RelativeTime at={at} />
    </span>
  );
}

function Profile({ environment, id, name }: { readonly environment: Environment; readonly id: string; readonly name: string | null | undefined }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-3">
      {name ? <span>{name}</span> : <MonoId value={id} label="profile id" />}
      <Link className="text-accent-ink underline" href={routes.profiles(environment)}>
        What it carries
      </Link>
    </span>
  );
}
