import { z } from "zod";

import { carePermission, listAssignees } from "@/lib/server/attention/assignees";
import { serveDesk } from "@/lib/server/desk";

export function GET(request: Request) {
  return serveDesk(request, { name: "attention.colleagues", permission: carePermission, input: z.strictObject({}), answer: listAssignees });
}
