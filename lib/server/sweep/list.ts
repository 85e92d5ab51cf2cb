import "server-only";
import type { Sweep } from "@/lib/desk/sweep";

import { query } from "../db/client";
import { utc } from "../db/utc";

/** The latest sweep of each environment. */
export async function listSweeps(): Promise<readonly Sweep[]> {
  return query<Sweep>(
    `SELECT DISTINCT ON (s.environment) s.environment, ${utc("s.night")} AS night, ${utc("s.finished_at")} AS finished_at, s.total,
       CASE WHEN s.finished_at IS NOT NULL THEN 0 ELSE
         greatest(0, (SELECT count(*) FROM merchants m WHERE m.environment = s.environment AND (m.seen_at IS NULL OR m.seen_at < s.night)) - missed.count) END::int AS left,
       missed.count::int AS missed,
       (SELECT count(*) FROM merchant_changes c WHERE c.environment = s.environment AND c.drift AND c.noticed_at >= s.began_at AND c.noticed_at <= coalesce(s.finished_at, now()))::int AS differences
     FROM sweeps s CROSS JOIN LATERAL
       (SELECT count(*) FROM sweep_misses x WHERE x.environment = s.environment AND x.night = s.night AND x.code IS NOT NULL) missed
     ORDER BY s.environment DESC, s.night DESC`,
  );
}
