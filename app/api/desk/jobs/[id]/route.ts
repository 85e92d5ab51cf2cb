import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { steerJob } from "@/lib/server/jobs/standing";

const input = z.strictObject({ id: z.uuid(), queue: z.string().max(60), action: z.enum(["retry", "cancel"]) });

export async function POST(request: Request, { params }: RouteContext<"/api/desk/jobs/[id]">) {
  return serveDesk(
    request,
    { name: "jobs.steer", permission: "jobs:write", input, answer: ({ queue, id, action }, session) => steerJob(queue, id, action, session) },
    await params,
  );
}
