import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { isChange, type Operation } from "@/lib/klarna/operation";
import { can, type Permission } from "@/lib/klarna/permissions";
import { classesIn, classPermission, type SensitiveClass } from "@/lib/klarna/sensitive";

import { appendAudit } from "./audit";
import type { GivenCall } from "./read-call";
import { requirePermission, type Session } from "./session";

/**
 * Refuses, and records the refusal, unless the role carries the row's permission and, once the call is known, that of each
 * class of data which its body or expansions touch.
 */
export async function requirePermissions(session: Session, operation: Operation, environment: Environment, call?: GivenCall): Promise<void> {
  const missing = permissionsFor(operation, call).find((permission) => !can(session.role, permission));
  if (!missing) return;
  await appendAudit({
    kind: "refused",
    by: session,
    environment,
    accountId: call?.params.account_id,
    operation: operation.name,
    detail: { permission: missing },
  });
  requirePermission(session, missing);
}

/** What a call asks of a role: the row's permission, and those of the classes it reaches into. */
export function permissionsFor(operation: Operation, call: Pick<GivenCall, "query" | "value"> | undefined): readonly Permission[] {
  const access = isChange(operation) ? "write" : "read";
  const touched = call ? [...classesIn(operation.body, call.value), ...expandedClasses(operation, call.query)] : [];
  return [operation.permission, ...touched.flatMap((name) => classPermission(name, access) ?? [])];
}

function expandedClasses(operation: Operation, query: Readonly<Record<string, unknown>> | undefined): readonly SensitiveClass[] {
  const asked = Array.isArray(query?.expand) ? query.expand : String(query?.expand ?? "").split(",");
  return asked.flatMap((name) => operation.expansions?.[String(name)] ?? []);
}
