import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";

/** Klarna doesn't know this account any more: the directory keeps the row and says since when. */
export async function noteMissing(environment: Environment, accountId: string): Promise<void> {
  await query(
    "UPDATE merchants SET missing_since = coalesce(missing_since, now()), changed_at = CASE WHEN missing_since IS NULL THEN now() ELSE changed_at END WHERE environment = $1 AND account_id = $2",
    [environment, accountId],
  );
}
