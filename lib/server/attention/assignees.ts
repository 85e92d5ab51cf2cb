import "server-only";
import type { AttentionColleague } from "@/lib/desk/attention";
import { type Role, rolesWith } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";

/** What one must be allowed to do to take care of something. */
export const carePermission = "notes:write";

/** Everybody who may take care of things, by name. */
export function listAssignees(): Promise<readonly AttentionColleague[]> {
  return query<AttentionColleague>("SELECT id, name FROM people WHERE disabled_at IS NULL AND role = ANY($1::text[]) ORDER BY lower(name), id", [
    rolesWith(carePermission),
  ]);
}

/** The role of somebody who is to take care of something. Throws 400 for somebody who can't: nobody would. */
export async function roleOfAssignee(personId: string): Promise<Role> {
  const [person] = await query<{ role: Role; disabled: boolean }>("SELECT role, disabled_at IS NOT NULL AS disabled FROM people WHERE id = $1", [personId]);
  if (person && !person.disabled && rolesWith(carePermission).includes(person.role)) return person.role;
  const message = person?.disabled ? "This person can't sign in any more. Choose somebody else" : "This person can't take care of it. Choose somebody else";
  throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: `${message}.`, fields: [{ path: "person_id", message }] });
}
