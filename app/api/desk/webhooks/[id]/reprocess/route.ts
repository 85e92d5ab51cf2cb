import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { reprocessWebhook } from "@/lib/server/webhooks/reprocess";

const input = z.strictObject({ id: z.guid() });

export async function POST(request: Request, { params }: RouteContext<"/api/desk/webhooks/[id]/reprocess">) {
  return serveDesk(
    request,
    { name: "webhooks.reprocess", permission: "webhooks:write", input, answer: ({ id }, session) => reprocessWebhook(id, session) },
    await params,
  );
}
