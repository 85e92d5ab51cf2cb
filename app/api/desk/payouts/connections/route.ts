import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { addConnection, listConnections } from "@/lib/server/payouts/connections/connections";
import { newConnection } from "@/lib/server/payouts/connections/input";

export function GET(request: Request) {
  return serveDesk(request, { name: "payoutConnections.list", permission: "payouts:connect", input: z.strictObject({}), answer: listConnections });
}

export function POST(request: Request) {
  return serveDesk(request, { name: "payoutConnections.add", permission: "payouts:connect", input: newConnection, answer: addConnection });
}
