import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { serveDesk } from "@/lib/server/desk";
import { setQuietHours, watchWebhooks } from "@/lib/server/webhooks/watch";

const readInput = z.strictObject({ environment: z.enum(environments) });
const setInput = readInput.extend({ quiet_hours: z.int("Write whole hours").min(1, "At least one hour").max(8_760, "At most a year: 8,760 hours") });

export function GET(request: Request) {
  return serveDesk(request, {
    name: "webhooks.watch",
    permission: "webhooks:read",
    input: readInput,
    answer: ({ environment }) => watchWebhooks(environment),
  });
}

export function PUT(request: Request) {
  return serveDesk(request, {
    name: "webhooks.setWatch",
    permission: "webhooks:write",
    input: setInput,
    answer: ({ environment, quiet_hours }, session) => setQuietHours(environment, quiet_hours, session),
  });
}
