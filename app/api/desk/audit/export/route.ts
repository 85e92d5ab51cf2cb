import { exportAudit } from "@/lib/server/audit-log/export";
import { auditFilterInput } from "@/lib/server/audit-log/filter";
import { serveDesk } from "@/lib/server/desk";

/** The entries that a question finds, as a CSV that is made while it is downloaded. */
export function GET(request: Request) {
  return serveDesk(request, { name: "audit.export", permission: "audit:read", input: auditFilterInput, answer: exportAudit });
}
