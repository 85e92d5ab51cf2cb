import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { eventTypes } from "@/lib/klarna/notifications/events";
import { serveDesk } from "@/lib/server/desk";
import { readAddress } from "@/lib/server/webhooks/address";
import { sendTestEvent } from "@/lib/server/webhooks/steps";

const input = z.strictObject({ environment: z.enum(environments), event_type: z.enum(eventTypes) });

export function POST(request: Request) {
  return serveDesk(request, {
    name: "webhooks.test",
    permission: "webhooks:write",
    input,
    answer: async ({ environment, event_type }, session) => sendTestEvent(await readAddress(environment), event_type, session),
  });
}
