import { serveDesk } from "@/lib/server/desk";
import { syncSteering } from "@/lib/server/payouts/input";
import { steerSync } from "@/lib/server/payouts/sync/steer";

export async function POST(request: Request, { params }: RouteContext<"/api/desk/payouts/syncs/[id]">) {
  return serveDesk(
    request,
    {
      name: "payoutSyncs.steer",
      permission: "settlements:read",
      input: syncSteering,
      answer: ({ id, action }, session) => steerSync(id, action, session),
    },
    await params,
  );
}
