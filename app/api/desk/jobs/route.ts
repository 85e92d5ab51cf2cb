import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { jobsStanding } from "@/lib/server/jobs/standing";

export function GET(request: Request) {
  return serveDesk(request, { name: "jobs.list", permission: "merchants:read", input: z.strictObject({}), answer: jobsStanding });
}
