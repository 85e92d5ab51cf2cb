import "server-only";
import type { RunAct } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";
import { can, wantsProof } from "@/lib/klarna/permissions";

import { appendAudit } from "../audit";
import { requirePermission, requireProof, type Session } from "../session";
import { permissionFor } from "./order";

/** As `permitOrder`, for what sets a run going: that wants the fresh proof which the same act wants at one merchant. */
export async function permitGoing(session: Session, environment: Environment, act: RunAct, door: string): Promise<void> {
  await permitOrder(session, environment, act, door);
  if (wantsProof(permissionFor(act), "POST")) requireProof(session);
}

/** Refuses, and records the refusal, unless somebody may do to one merchant what is to be done to many. `door` is what they tried. */
export async function permitOrder(session: Session, environment: Environment, act: RunAct, door: string): Promise<void> {
  const permission = permissionFor(act);
  if (!can(session.role, permission)) await appendAudit({ kind: "refused", by: session, environment, operation: door, detail: { permission } });
  requirePermission(session, permission);
}
