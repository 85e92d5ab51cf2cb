import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { healthReport } from "@/lib/server/health/report";

const nothing = z.strictObject({});

export function GET(request: Request) {
  return serveDesk(request, { name: "health.get", permission: "health:read", input: nothing, answer: healthReport });
}
