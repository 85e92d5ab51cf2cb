import { Erased } from "@/components/merchants/erased";
import { accessPermissions, type FileAccess } from "@/components/merchants/file/file-access";
import { MerchantFrame } from "@/components/merchants/merchant-frame";
import { OtherEnvironment } from "@/components/merchants/other-environment";
import { merchantSections } from "@/components/merchants/sections";
import { allThatHappened, shortTimeline } from "@/lib/desk/timeline";
import { environments } from "@/lib/klarna/environment";
import { can, type Role } from "@/lib/klarna/permissions";
import { findEdit } from "@/lib/server/file/edits";
import { erasedAt } from "@/lib/server/keeping/erase";
import { claimOf } from "@/lib/server/merchants/claim";
import { knownMerchant, merchantIn } from "@/lib/server/merchants/page";
import { timelineOf } from "@/lib/server/merchants/timeline";
import { connectedEnvironments, signedIn } from "@/lib/server/page";

export default async function MerchantLayout({ params, children }: LayoutProps<"/[environment]/merchants/[account_id]">) {
  const address = await merchantIn(params);
  if (!address) return children;
  const { environment, account_id } = address;
  const other = environments.find((name) => name !== environment && account_id.includes(`:${name}:`));
  if (other) return <OtherEnvironment accountId={account_id} belongsTo={other} connected={connectedEnvironments().includes(other)} />;

  const readAt = new Date().toISOString();
  const { role, personId } = await signedIn();
  const [known, timeline, claim, erased, edit] = await Promise.all([
    knownMerchant(environment, account_id),
    timelineOf(environment, account_id, role, allThatHappened, { limit: shortTimeline }),
    claimOf(environment, account_id),
    erasedAt(environment, account_id),
    can(role, "merchants:write") ? findEdit({ environment, accountId: account_id, personId }) : null,
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
      sections={merchantSections.filter(({ permission }) => !permission || can(role, permission))}
      access={fileAccess(role)}
      edit={edit}
      mayOnboard={can(role, "merchants:write")}
      mayTag={can(role, "notes:write")}
      claim={claim}
      me={personId}
    >
      {children}
    </MerchantFrame>
  );
}

function fileAccess(role: Role): FileAccess {
  const { write, people, bank, reveal } = accessPermissions;
  return { write: can(role, write), people: can(role, people), bank: can(role, bank), reveal: can(role, reveal) };
}
