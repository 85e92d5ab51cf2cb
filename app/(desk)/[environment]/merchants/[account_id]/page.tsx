import type { Metadata } from "next";

import { MerchantAttention } from "@/components/attention/merchant-attention";
import { EraseMerchant } from "@/components/merchants/erase-merchant";
import { MerchantOverview } from "@/components/merchants/merchant-overview";
import { SettledSection } from "@/components/merchants/settled-section";
import { spokenName } from "@/lib/desk/merchant";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { can, rolesWith } from "@/lib/klarna/permissions";
import { carePermission } from "@/lib/server/attention/assignees";
import { listAttention } from "@/lib/server/attention/list";
import { categoryNames } from "@/lib/server/categories/name";
import { logFault } from "@/lib/server/log";
import { knownMerchant, merchantAt, merchantTitle } from "@/lib/server/merchants/page";
import { allowed, signedIn } from "@/lib/server/page";
import { settledOf } from "@/lib/server/settlements/settled";

type Props = PageProps<"/[environment]/merchants/[account_id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await merchantTitle(params) };
}

export default async function MerchantPage({ params }: Props) {
  const { environment, account_id } = await merchantAt(params);
  const [session, known] = await Promise.all([signedIn(), knownMerchant(environment, account_id)]);
  const [settled, attention, seesPeople, mayErase] = await Promise.all([
    // A part of the page: without it the rest is shown all the same.
    settledOf(environment, account_id, session.role).catch((error: unknown) => {
      logFault("what was settled couldn't be read", error, { environment });
      return undefined;
    }),
    listAttention({ tab: "all", show: "open", sort: "due", environment, account_id }, session),
    allowed("people:read"),
    allowed("merchants:erase"),
  ]);
  return (
    <>
      <MerchantAttention
        environment={environment}
        accountId={account_id}
        me={can(session.role, carePermission) ? session.personId : undefined}
        first={attention}
      />
      <MerchantOverview
        profiles={callOf(distributionProfiles.list, {})}
        categories={categoryNames(known?.products?.map((product) => product.merchant_category_code) ?? [])}
        settled={<SettledSection environment={environment} accountId={account_id} settled={settled} />}
        ownerHiddenFrom={
          seesPeople
            ? undefined
            : rolesWith("people:read")
                .join(", ")
                .replace(/, ([^,]*)$/, " or $1")
        }
      />
      {mayErase && known && <EraseMerchant environment={environment} accountId={account_id} name={spokenName(known)} />}
    </>
  );
}
