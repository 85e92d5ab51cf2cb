import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { partRows } from "@/lib/klarna/file/contract";
import { at, partResources, placeOf } from "@/lib/klarna/file/parts";
import { isChange, type Operation } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import { can, type Permission, wantsProof } from "@/lib/klarna/permissions";
import { classesIn, classPermission, type SensitiveClass } from "@/lib/klarna/sensitive";

import { appendAudit } from "./audit";
import type { GivenCall } from "./read-call";
import { requirePermission, requireProof, type Session } from "./session";

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

/**
 * Refuses a sensitive act without a recent proof of who is there: by the row's permission, or by one of what the call reaches into. A new
 * merchant's bank account takes nothing from anybody, so for that only the row counts.
 */
export function requireProofFor(session: Session, operation: Operation, call?: GivenCall): void {
  const asked = operation.name === accounts.onboard.name ? [operation.permission] : permissionsFor(operation, call);
  if (asked.some((permission) => wantsProof(permission, operation.method))) requireProof(session);
}

/** What a call asks of a role: the row's permission, those of the classes it reaches into, and those of the parts that its body sets within an account. */
export function permissionsFor(operation: Operation, call: Pick<GivenCall, "query" | "value"> | undefined): readonly Permission[] {
  const access = isChange(operation) ? "write" : "read";
  const touched = call ? [...classesIn(operation.body, call.value), ...expandedClasses(operation, call.query)] : [];
  return [operation.permission, ...touched.flatMap((name) => classPermission(name, access) ?? []), ...partPermissions(operation, call?.value)];
}

/** What is a part of a merchant's file asks the same in an account's body as by its own row: payout information is a bank's affair, whatever its fields hold. */
function partPermissions({ resource }: Operation, value: unknown): readonly Permission[] {
  if (resource !== accounts.update.resource) return [];
  const set = partResources.filter((part) => placeOf(part).length > 0 && at(value, placeOf(part)) !== undefined);
  return set.map((part) => partRows[part].update.permission);
}

function expandedClasses(operation: Operation, query: Readonly<Record<string, unknown>> | undefined): readonly SensitiveClass[] {
  const asked = Array.isArray(query?.expand) ? query.expand : String(query?.expand ?? "").split(",");
  return asked.flatMap((name) => operation.expansions?.[String(name)] ?? []);
}
