import { Erased } from "@/components/merchants/erased";
import { MerchantFrame } from "@/components/merchants/merchant-frame";
import { OtherEnvironment } from "@/components/merchants/other-environment";
import { merchantSections } from "@/components/merchants/sections";
import { allThatHappened, shortTimeline } from "@/lib/desk/timeline";
import { callOf } from "@/lib/klarna/call";
import { environments } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";
import { can } from "@/lib/klarna/permissions";
import { erasedAt } from "@/lib/server/keeping/erase";
import { claimOf } from "@/lib/server/merchants/claim";
import { knownMerchant, merchantAt } from "@/lib/server/merchants/page";
import { timelineOf } from "@/lib/server/merchants/timeline";
import { connectedEnvironments, signedIn } from "@/lib/server/page";

const expand = ["products", "channel.websites", "channel.collections", "extra-account-data.business-information"] as const;

export default async function MerchantLayout({ params, children }: LayoutProps<"/[environment]/merchants/[account_id]">) {
  const { environment, account_id } = await merchantAt(params);
  const other = environments.find((name) => name !== environment && account_id.includes(`:${name}:`));
  if (other) return <OtherEnvironment accountId={account_id} belongsTo={other} connected={connectedEnvironments().includes(other)} />;

  const readAt = new Date().toISOString();
  const { role, personId } = await signedIn();
  const [known, timeline, claim, erased] = await Promise.all([
    knownMerchant(environment, account_id),
    timelineOf(environment, account_id, role, allThatHappened, { limit: shortTimeline }),
    claimOf(environment, account_id),
    erasedAt(environment, account_id),
  ]);
  if (erased) return <Erased environment={environment} accountId={account_id} at={erased.toISOString()} mayReadAgain={can(role, "merchants:erase")} />;
  return (
    <MerchantFrame
      key={account_id}
      environment={environment}
      accountId={account_id}
      known={known}
      timeline={timeline}
      readAt={readAt}
      call={callOf(accounts.get, { account_id }, { expand: [...expand] })}
      sections={merchantSections.filter(({ permission }) => !permission || can(role, permission))}
      mayOnboard={can(role, "merchants:write")}
      mayTag={can(role, "notes:write")}
      claim={claim}
      me={personId}
    >
      {children}
    </MerchantFrame>
  );
}
