"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

import { Freshness } from "@/components/operation/freshness";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DirectoryMerchant } from "@/lib/desk/merchant";

import { BusinessSection } from "./business-section";
import type { CategoryNames } from "./category";
import { ChannelSection } from "./channel-section";
import { GroupSection } from "./group-section";
import { live } from "./live-value";
import { MerchantHeader } from "./merchant-header";
import { merchantName, merchantWords } from "./merchant-state";
import { MerchantTimeline } from "./merchant-timeline";
import { OwnerSection } from "./owner-section";
import { ProductsSection, type ProfilesCall } from "./products-section";
import { StatePanel } from "./state-panel";
import { Stranger } from "./stranger";
import { type MerchantSource, useMerchant } from "./use-merchant";
import { useOnChange } from "./use-on-change";

export interface MerchantViewProps extends MerchantSource {
  readonly categories: CategoryNames;
  readonly profiles: ProfilesCall;
  /** How many others of its group the desk knows. */
  readonly othersInGroup: number;
  readonly mayOnboard: boolean;
  readonly mayTag: boolean;
  /** The roles that may see people, when this person's role isn't among them. */
  readonly ownerHiddenFrom: string | undefined;
}

/** A merchant: what the desk knows at once, what Klarna says a moment later, and both kept up to date while somebody looks. */
export function MerchantView(props: MerchantViewProps) {
  const { environment, accountId, categories, profiles, othersInGroup, mayOnboard, mayTag, ownerHiddenFrom } = props;
  const { merchant, account, timeline, deskProblem, deskReadAt, klarnaProblem, busy, refresh } = useMerchant(props);
  const router = useRouter();
  // The server adds to what it knew when it made the page: the names of categories, the others in the group.
  useOnChange(JSON.stringify([merchant?.account_group_id, merchant?.account_group_reference, codesOf(merchant)]), () => router.refresh());
  const justOperational = useJustOperational(merchant);

  if (!merchant) return <Stranger environment={environment} accountId={accountId} problem={klarnaProblem ?? deskProblem} busy={busy} refresh={refresh} />;
  const read = live(account, klarnaProblem !== undefined || deskProblem !== undefined);
  const { state, state_reason, seen_at } = merchant;
  // That Klarna doesn't know it is no failure to read: it is the state.
  const gone = klarnaProblem?.status === 404 && merchant.missing_since !== null;
  return (
    <>
      <MerchantHeader merchant={merchant} mayOnboard={mayOnboard} mayTag={mayTag} />
      <div className="-mt-3">
        <Freshness problem={deskProblem ?? (gone ? undefined : klarnaProblem)} at={deskProblem ? deskReadAt : seen_at} busy={busy} refresh={refresh}>
          <Seen merchant={merchant} />
        </Freshness>
      </div>
      <StatePanel words={merchantWords(merchant)} code={[state, state_reason].filter(Boolean).join(" · ")} justNow={justOperational} />
      <p role="status" className="sr-only">
        {justOperational && `${merchantName(merchant)} is now operational.`}
      </p>
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <ProductsSection merchant={merchant} categories={categories} profiles={profiles} live={read} />
          <BusinessSection live={read} />
          <OwnerSection live={read} hiddenFrom={ownerHiddenFrom} />
          <GroupSection merchant={merchant} others={othersInGroup} />
          <ChannelSection merchant={merchant} live={read} />
        </div>
        <MerchantTimeline entries={timeline} />
      </div>
    </>
  );
}

function Seen({ merchant: { seen_at, missing_since } }: { readonly merchant: DirectoryMerchant }) {
  if (!seen_at && !missing_since) return "Not read from Klarna yet";
  return (
    <>
      {missing_since && (
        <span>
          Not at Klarna since <RelativeTime at={missing_since} />
        </span>
      )}
      {seen_at && (
        <span>
          {missing_since ? "Last seen there" : "Seen at Klarna"} <RelativeTime at={seen_at} />
        </span>
      )}
    </>
  );
}

function codesOf(merchant: DirectoryMerchant | undefined): readonly (string | undefined)[] {
  return merchant?.products?.map((product) => product.merchant_category_code) ?? [];
}

/** Whether the account has become operational since the page was opened. */
function useJustOperational(merchant: DirectoryMerchant | undefined): boolean {
  const [just, setJust] = useState(false);
  useOnChange(merchant?.state ?? "", (before) => setJust(before === "PARTIALLY_OPERATIONAL" && merchant?.state === "OPERATIONAL"));
  return just;
}
