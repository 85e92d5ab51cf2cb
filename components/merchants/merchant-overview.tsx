"use client";

import { type ReactNode, useState } from "react";

import type { DirectoryMerchant } from "@/lib/desk/merchant";
import { spokenName } from "@/lib/desk/merchant";
import { routes } from "@/lib/routes";
import { BusinessSection } from "./business-section";
import type { CategoryNames } from "./category";
import { ChannelSection } from "./channel-section";
import { GroupSection } from "./group-section";
import type { ProfilesCall } from "./list/use-names";
import { live } from "./live-value";
import { useMerchantHere } from "./merchant-context";
import { merchantWords } from "./merchant-state";
import { MerchantTimeline } from "./merchant-timeline";
import { OwnerSection } from "./owner-section";
import { ProductsSection } from "./products-section";
import { StatePanel } from "./state-panel";
import { useOnChange } from "./use-on-change";

export interface MerchantOverviewProps {
  readonly categories: CategoryNames;
  readonly profiles: ProfilesCall;
  /** What Klarna lately settled for it. */
  readonly settled: ReactNode;
  /** The roles that may see people, when this person's role isn't among them. */
  readonly ownerHiddenFrom: string | undefined;
}

/** A merchant at a glance: what the desk knows at once, what Klarna says a moment later, and both kept up to date while somebody looks. */
export function MerchantOverview({ categories, profiles, settled, ownerHiddenFrom }: MerchantOverviewProps) {
  const { merchant, account, timeline, deskProblem, klarnaProblem } = useMerchantHere();
  const justOperational = useJustOperational(merchant) && !merchant.missing_since;

  const read = live(account, klarnaProblem !== undefined || deskProblem !== undefined);
  const { state, state_reason } = merchant;
  return (
    <>
      <StatePanel words={merchantWords(merchant)} code={[state, state_reason].filter(Boolean).join(" · ")} justNow={justOperational} />
      <p role="status" className="sr-only">
        {justOperational && `${spokenName(merchant)} is now operational.`}
      </p>
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <ProductsSection merchant={merchant} categories={categories} profiles={profiles} live={read} />
          {settled}
          <BusinessSection live={read} />
          <OwnerSection live={read} hiddenFrom={ownerHiddenFrom} />
          <GroupSection merchant={merchant} />
          <ChannelSection merchant={merchant} live={read} />
        </div>
        <MerchantTimeline page={timeline} href={routes.merchant(merchant.environment, merchant.account_id, "activity")} />
      </div>
    </>
  );
}

/** Whether the account has become operational since the page was opened. */
function useJustOperational(merchant: DirectoryMerchant): boolean {
  const [just, setJust] = useState(false);
  useOnChange(merchant.state ?? "", (before) => setJust(before === "PARTIALLY_OPERATIONAL" && merchant.state === "OPERATIONAL"));
  return just;
}
