import { serveDesk } from "@/lib/server/desk";
import { requirePermission } from "@/lib/server/session";
import { wantReport } from "@/lib/server/settlements/ask";
import { settlementWish } from "@/lib/server/settlements/input";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/settlements/[settlement_id]/load">) {
  return serveDesk(
    request,
    {
      name: "settlements.load",
      permission: "settlements:read",
      input: settlementWish,
      answer: ({ environment, settlement_id, replaces }, session) => {
        if (replaces) requirePermission(session, "settlements:accept");
        return wantReport(environment, settlement_id, replaces, session);
      },
    },
    await params,
  );
}
