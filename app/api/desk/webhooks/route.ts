import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { webhookFilter } from "@/lib/server/webhooks/filter";
import { listWebhooks } from "@/lib/server/webhooks/list";

const input = webhookFilter.extend({ after: z.string().max(600).optional() });

export function GET(request: Request) {
  return serveDesk(request, { name: "webhooks.list", permission: "webhooks:read", input, answer: ({ after, ...filter }) => listWebhooks(filter, after) });
}
