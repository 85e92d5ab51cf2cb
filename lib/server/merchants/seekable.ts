import "server-only";
import type { DirectoryQuery } from "@/lib/desk/directory";
import type { Environment } from "@/lib/klarna/environment";
import { can } from "@/lib/klarna/permissions";

import { appendAudit } from "../audit";
import { requirePermission, type Session } from "../session";
import { isIban } from "./matching";

/** Refuses, and records the refusal, when somebody looks for a bank account and may not see bank data: that it is found says whose it is. */
export async function requireSeekable(session: Session, environment: Environment, { text }: Pick<DirectoryQuery, "text">): Promise<void> {
  if (!isIban(text) || can(session.role, "bank:read")) return;
  await appendAudit({ kind: "refused", by: session, environment, operation: "directory.list", detail: { permission: "bank:read" } });
  requirePermission(session, "bank:read");
}
