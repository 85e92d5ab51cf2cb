import { serveDesk } from "@/lib/server/desk";
import { connectionAddress } from "@/lib/server/payouts/connections/input";
import { testConnection } from "@/lib/server/payouts/connections/test";

/** Tries a connection that is there. */
export async function POST(request: Request, { params }: RouteContext<"/api/desk/payouts/connections/[id]/test">) {
  const route = {
    name: "payoutConnections.test",
    permission: "payouts:connect",
    input: connectionAddress,
    answer: ({ id }: { id: string }) => testConnection(id),
  } as const;
  return serveDesk(request, route, await params);
}
