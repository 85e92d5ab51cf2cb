import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { explained, isNews, missing } from "./differences";

/**
 * Klarna doesn't know this account any more: the directory keeps the row and says since when, and the timeline tells it of one that Klarna once knew. `askedAt` is by the
 * database's clock: what was asked earlier than what is known says nothing.
 */
export async function noteMissing(environment: Environment, accountId: string, askedAt: Date): Promise<void> {
  await query(
    `WITH gone AS (UPDATE merchants m SET missing_since = now(), changed_at = now() WHERE environment = $1 AND account_id = $2 AND missing_since IS NULL AND ${isNews("$3::timestamptz")}
       RETURNING m.*)
     INSERT INTO merchant_changes (environment, account_id, field, after, drift) SELECT $1, $2, 'missing', '${missing}', NOT ${explained} FROM gone b WHERE b.seen_at IS NOT NULL`,
    [environment, accountId, askedAt],
  );
}
