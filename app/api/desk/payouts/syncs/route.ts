import { serveDesk } from "@/lib/server/desk";
import { payoutEnvironment, syncStart } from "@/lib/server/payouts/input";
import { listSyncs } from "@/lib/server/payouts/sync/standing";
import { startSync } from "@/lib/server/payouts/sync/start";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "payoutSyncs.list",
    permission: "settlements:read",
    input: payoutEnvironment,
    answer: ({ environment }) => listSyncs(environment),
  });
}

export function POST(request: Request) {
  return serveDesk(request, {
    name: "payoutSyncs.start",
    permission: "settlements:read",
    input: syncStart,
    answer: ({ connection, kind }, session) => startSync(connection, kind, session),
  });
}
