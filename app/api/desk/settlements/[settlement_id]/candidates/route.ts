import { serveDesk } from "@/lib/server/desk";
import { gapCandidates } from "@/lib/server/settlements/candidates";
import { settlementGap } from "@/lib/server/settlements/input";

export async function GET(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/candidates">) {
  return serveDesk(
    request,
    {
      name: "settlements.candidates",
      permission: "settlements:read",
      input: settlementGap,
      answer: ({ environment, settlement_id, part }) => gapCandidates(environment, settlement_id, part),
    },
    await params,
  );
}
