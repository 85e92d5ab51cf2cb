import { z } from "zod";

import { auditFilterInput } from "@/lib/server/audit-log/filter";
import { listAudit } from "@/lib/server/audit-log/list";
import { serveDesk } from "@/lib/server/desk";

const input = auditFilterInput.extend({ after: z.string().max(600).optional() });

export function GET(request: Request) {
  return serveDesk(request, { name: "audit.list", permission: "audit:read", input, answer: ({ after, ...question }) => listAudit(question, after) });
}
