import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { serveDesk } from "@/lib/server/desk";
import { actOnAddress, webhookAct } from "@/lib/server/webhooks/act";
import { readAddress } from "@/lib/server/webhooks/address";

const input = z.strictObject({ environment: z.enum(environments) });

export function GET(request: Request) {
  return serveDesk(request, { name: "webhooks.address", permission: "webhooks:read", input, answer: ({ environment }) => readAddress(environment) });
}

export function POST(request: Request) {
  return serveDesk(request, { name: "webhooks.act", permission: "webhooks:write", input: webhookAct, answer: actOnAddress });
}
