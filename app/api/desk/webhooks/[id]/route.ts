import { z } from "zod";

import { ProblemError } from "@/lib/klarna/problem";
import { serveDesk } from "@/lib/server/desk";
import { readWebhook } from "@/lib/server/webhooks/detail";

const input = z.strictObject({ id: z.guid() });

export async function GET(request: Request, { params }: RouteContext<"/api/desk/webhooks/[id]">) {
  return serveDesk(request, { name: "webhooks.get", permission: "webhooks:read", input, answer: ({ id }) => requireWebhook(id) }, await params);
}

async function requireWebhook(id: string) {
  const found = await readWebhook(id);
  if (!found) throw new ProblemError({ status: 404, code: "NO_SUCH_WEBHOOK", message: "The desk has no such webhook, or no longer." });
  return found;
}
