import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";

import { EraseMerchant } from "@/components/merchants/erase-merchant";
import { Erased } from "@/components/merchants/erased";
import { merchantName } from "@/components/merchants/merchant-state";
import { MerchantView } from "@/components/merchants/merchant-view";
import { OtherEnvironment } from "@/components/merchants/other-environment";
import { callOf } from "@/lib/klarna/call";
import { type Environment, environments } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { rolesWith } from "@/lib/klarna/permissions";
import { environmentOf, readParams } from "@/lib/routes";
import { categoryNames } from "@/lib/server/categories/name";
import { erasedAt } from "@/lib/server/keeping/erase";
import { merchantAddress } from "@/lib/server/merchants/address";
import { findMerchant } from "@/lib/server/merchants/directory";
import { countOthersInGroup } from "@/lib/server/merchants/group";
import { timelineOf } from "@/lib/server/merchants/timeline";
import { allowed, connectedEnvironments, signedInTo } from "@/lib/server/page";

type Props = PageProps<"/[environment]/merchants/[account_id]">;

const expand = ["products", "channel.websites", "channel.collections", "extra-account-data.business-information"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { environment, account_id } = await addressOf(params);
  const known = await knownMerchant(environment, account_id);
  return { title: known ? merchantName(known) : "Merchant" };
}

export default async function MerchantPage({ params }: Props) {
  const { environment, account_id } = await addressOf(params);
  const other = environments.find((name) => name !== environment && account_id.includes(`:${name}:`));
  if (other) return <OtherEnvironment accountId={account_id} belongsTo={other} connected={connectedEnvironments().includes(other)} />;

  const readAt = new Date().toISOString();
  const [known, timeline, mayOnboard, mayTag, seesPeople, mayErase, erased] = await Promise.all([
    knownMerchant(environment, account_id),
    timelineOf(environment, account_id),
    allowed("merchants:write"),
    allowed("notes:write"),
    allowed("people:read"),
    allowed("merchants:erase"),
    erasedAt(environment, account_id),
  ]);
  if (erased) return <Erased environment={environment} accountId={account_id} at={erased.toISOString()} mayReadAgain={mayErase} />;
  return (
    <>
      <MerchantView
        key={account_id}
        environment={environment}
        accountId={account_id}
        known={known}
        timeline={timeline}
        readAt={readAt}
        call={callOf(accounts.get, { account_id }, { expand: [...expand] })}
        profiles={callOf(distributionProfiles.list, {})}
        categories={categoryNames(known?.products?.map((product) => product.merchant_category_code) ?? [])}
        othersInGroup={known ? await countOthersInGroup(known) : 0}
        mayOnboard={mayOnboard}
        mayTag={mayTag}
        ownerHiddenFrom={
          seesPeople
            ? undefined
            : rolesWith("people:read")
                .join(", ")
                .replace(/, ([^,]*)$/, " or $1")
        }
      />
      {mayErase && known && <EraseMerchant environment={environment} accountId={account_id} name={merchantName(known)} />}
    </>
  );
}

const knownMerchant = cache(findMerchant);

/** Whose page this is, for somebody who is signed in. Not found when the address names no account. */
async function addressOf(params: Props["params"]): Promise<{ readonly environment: Environment; readonly account_id: string }> {
  const given = await readParams(params);
  const { environment } = await signedInTo(environmentOf(given));
  const address = merchantAddress.safeParse({ environment, account_id: given?.account_id });
  if (!address.success) notFound();
  return address.data;
}
