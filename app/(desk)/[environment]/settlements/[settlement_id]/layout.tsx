import { SettlementFrame } from "@/components/settlements/settlement-frame";
import { UnknownSettlement } from "@/components/settlements/unknown-settlement";
import { can } from "@/lib/klarna/permissions";
import { signedIn } from "@/lib/server/page";
import { settlementIn } from "@/lib/server/settlements/page";

export default async function SettlementLayout({ params, children }: LayoutProps<"/[environment]/settlements/[settlement_id]">) {
  const { environment, settlement_id, settlement } = await settlementIn(params);
  const { role } = await signedIn();
  if (!settlement) return <UnknownSettlement environment={environment} settlementId={settlement_id} />;
  return (
    <SettlementFrame
      first={settlement}
      readAt={new Date().toISOString()}
      mayAccept={can(role, "settlements:accept")}
      mayExport={can(role, "settlements:export")}
    >
      {children}
    </SettlementFrame>
  );
}
