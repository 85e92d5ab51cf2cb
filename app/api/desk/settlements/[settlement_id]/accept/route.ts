import { serveDesk } from "@/lib/server/desk";
import { acceptDifference } from "@/lib/server/settlements/accept";
import { settlementAcceptance } from "@/lib/server/settlements/input";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/accept">) {
  return serveDesk(
    request,
    {
      name: "settlements.accept",
      permission: "settlements:accept",
      input: settlementAcceptance,
      answer: ({ environment, settlement_id: settlementId, sha256, chain_gap: chainGap, reason }, session) =>
        acceptDifference({ environment, settlementId, sha256, chainGap, reason }, session),
    },
    await params,
  );
}
