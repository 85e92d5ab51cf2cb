"use client";

import type { ReactNode } from "react";
import { Freshness } from "@/components/operation/freshness";
import { MerchantLanguage } from "@/components/operation/merchant-language";
import { usePageAnew } from "@/components/operation/use-page-anew";
import { RelativeTime } from "@/components/ui/relative-time";
import { SectionNav } from "@/components/ui/section-nav";
import type { Edit } from "@/lib/desk/file";
import { type DirectoryMerchant, merchantName } from "@/lib/desk/merchant";
import { routes } from "@/lib/routes";

import { EditBar } from "./file/edit-bar";
import { EditProvider } from "./file/edit-context";
import type { FileAccess } from "./file/file-access";
import { MerchantClaim } from "./merchant-claim";
import { MerchantContext } from "./merchant-context";
import { MerchantHeader } from "./merchant-header";
import type { MerchantSection } from "./sections";
import { Stranger } from "./stranger";
import type { ClaimSource } from "./use-claim";
import { type MerchantSource, useMerchant } from "./use-merchant";
import { useOnChange } from "./use-on-change";

export interface MerchantFrameProps extends MerchantSource, Pick<ClaimSource, "claim" | "me"> {
  /** The sections that this person may open. */
  readonly sections: readonly MerchantSection[];
  readonly mayOnboard: boolean;
  readonly mayTag: boolean;
  /** What this person may do with the merchant's file, and what they had typed before and not sent. */
  readonly access: FileAccess;
  readonly edit: Edit | null;
  readonly children: ReactNode;
}

/** What stands around every section of a merchant's page: who it is, how fresh what is shown is, and the ways from section to section. */
export function MerchantFrame(props: MerchantFrameProps) {
  const { environment, accountId, sections, mayOnboard, mayTag, access, edit, claim, me, readAt, children } = props;
  const shown = useMerchant(props);
  const pageAnew = usePageAnew();
  const { merchant, file, deskProblem, deskReadAt, klarnaProblem, busy, refresh } = shown;
  // The server adds to what it knew when it made the page: what is asked of Klarna about each product, and the merchant's name in the tab and in the words of an erasure.
  useOnChange(JSON.stringify([merchant && merchantName(merchant), merchant?.products?.map(({ product_id }) => product_id)]), pageAnew);
  if (!merchant) return <Stranger environment={environment} accountId={accountId} problem={klarnaProblem ?? deskProblem} busy={busy} refresh={refresh} />;
  // That Klarna doesn't know it is no failure to read: it is the state.
  const gone = klarnaProblem?.status === 404 && merchant.missing_since !== null;
  return (
    <MerchantContext value={{ ...shown, merchant, me }}>
      <MerchantLanguage country={merchant.country}>
        <MerchantHeader merchant={merchant} mayOnboard={mayOnboard} mayTag={mayTag}>
          <MerchantClaim {...{ environment, accountId, claim, readAt, me }} mayClaim={mayTag} />
        </MerchantHeader>
        <div className="-mt-3">
          <Freshness
            problem={deskProblem ?? (gone ? undefined : klarnaProblem)}
            at={file?.read_at ?? (deskProblem ? deskReadAt : merchant.seen_at)}
            busy={busy}
            refresh={refresh}
            about={{ environment, accountId, operation: "accounts.get" }}
          >
            <Seen merchant={merchant} fileAt={file?.read_at} />
          </Freshness>
        </div>
        <SectionNav sections={sections.map(({ slug, label }) => ({ slug, label, href: routes.merchant(environment, accountId, slug) }))} />
        <EditProvider environment={environment} accountId={accountId} edit={edit} access={access}>
          {children}
          {access.write && <EditBar />}
        </EditProvider>
      </MerchantLanguage>
    </MerchantContext>
  );
}

/** What stands below is as old as the file that it was read from: the directory may have heard of the merchant since. */
function Seen({ merchant, fileAt }: { readonly merchant: DirectoryMerchant; readonly fileAt: string | undefined }) {
  const { missing_since } = merchant;
  const seen_at = (missing_since ? undefined : fileAt) ?? merchant.seen_at;
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
