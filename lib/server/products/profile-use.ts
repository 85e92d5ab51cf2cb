import "server-only";
import type { ProfileUse } from "@/lib/desk/profile-use";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";

/** How the directory's merchants use the distribution profiles, the most used first; a profile that none uses isn't in it. */
export function profileUse(environment: Environment): Promise<readonly ProfileUse[]> {
  return query<ProfileUse>(
    `SELECT p->>'distribution_profile_id' AS distribution_profile_id, count(DISTINCT m.account_id)::int AS merchants, count(*)::int AS products,
       count(*) FILTER (WHERE p->>'state' = 'ENABLED')::int AS enabled
     FROM merchants m CROSS JOIN LATERAL jsonb_array_elements(m.products) p
     WHERE m.environment = $1 AND p->>'distribution_profile_id' IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
    [environment],
  );
}
