import "server-only";
import type { RunAct } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";
import { can } from "@/lib/klarna/permissions";

import { appendAudit } from "../audit";
import { requirePermission, type Session } from "../session";
import { permissionFor } from "./order";

/** Refuses, and records the refusal, unless somebody may do to one merchant what is to be done to many. `door` is what they tried. */
export async function permitOrder(session: Session, environment: Environment, act: RunAct, door: string): Promise<void> {
  const permission = permissionFor(act);
  if (!can(session.role, permission)) await appendAudit({ kind: "refused", by: session, environment, operation: door, detail: { permission } });
  requirePermission(session, permission);
}
