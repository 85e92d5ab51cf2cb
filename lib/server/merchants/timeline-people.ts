import "server-only";
import type { Named } from "@/lib/desk/note";
import type { Environment } from "@/lib/klarna/environment";
import { can, type Role } from "@/lib/klarna/permissions";

import { query } from "../db/client";

/** Whoever has done something that a merchant's timeline tells this role of, by name. */
export function peopleOnTimeline(environment: Environment, accountId: string, role: Role): Promise<readonly Named[]> {
  return query<Named>(
    `SELECT p.id, p.name FROM people p WHERE p.id IN (
       SELECT person_id FROM operations WHERE environment = $1 AND account_id = $2
       UNION SELECT person_id FROM notes WHERE environment = $1 AND account_id = $2
       UNION SELECT person_id FROM audit_entries WHERE environment = $1 AND account_id = $2 AND ($3::boolean OR kind <> 'refused'))
     ORDER BY lower(p.name), p.id`,
    [environment, accountId, can(role, "audit:read")],
  );
}
