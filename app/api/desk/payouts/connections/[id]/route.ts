import { serveDesk } from "@/lib/server/desk";
import { changeConnection, removeConnection } from "@/lib/server/payouts/connections/connections";
import { changedConnection, connectionAddress } from "@/lib/server/payouts/connections/input";

export async function PUT(request: Request, { params }: RouteContext<"/api/desk/payouts/connections/[id]">) {
  const route = { name: "payoutConnections.change", permission: "payouts:connect", input: changedConnection, answer: changeConnection } as const;
  return serveDesk(request, route, await params);
}

export async function DELETE(request: Request, { params }: RouteContext<"/api/desk/payouts/connections/[id]">) {
  return serveDesk(
    request,
    {
      name: "payoutConnections.remove",
      permission: "payouts:connect",
      input: connectionAddress,
      answer: ({ id }, session) => removeConnection(id, session),
    },
    await params,
  );
}
