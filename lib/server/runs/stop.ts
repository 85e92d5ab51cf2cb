import "server-only";
import type { Permission, Role } from "@/lib/klarna/permissions";

import { query } from "../db/client";
import { putOffIsDue } from "../merchants/rereads";
import { underWay } from "./under-way";

interface Refused {
  readonly personId: string;
  readonly role: Role | null;
  readonly permission: Permission;
}

/** Stops a run as a whole, until somebody goes on with it. That its person may not any more is recorded, once. */
export async function stopRun(runId: string, code: string, refused?: Refused): Promise<void> {
  await query(
    `WITH ended AS (UPDATE runs u SET stopped = $2 WHERE u.id = $1 AND ${underWay("u")} RETURNING u.id, u.environment), ${putOffIsDue}
     INSERT INTO audit_entries (kind, person_id, role, environment, operation, detail)
     SELECT 'refused', $3, $4, environment, 'run', jsonb_build_object('run', id, 'permission', $5::text) FROM ended WHERE $3::uuid IS NOT NULL`,
    [runId, code, refused?.personId ?? null, refused?.role ?? null, refused?.permission ?? null],
  );
}
