import "server-only";
import type { PartChange } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import { idField } from "@/lib/klarna/file/parts";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import type { OperationState } from "../db/schema/operations";

interface Place {
  readonly environment: Environment;
  readonly accountId: string;
}

/**
 * How an attempt stands, undefined when it was never sent. Throws 409 while another change of the same part has no clear outcome: what it did
 * isn't known, so there is nothing to compare with.
 */
export async function standingOf({ environment, accountId }: Place, { resource, id, act }: PartChange, attempt: string): Promise<OperationState | undefined> {
  const name = idField(resource);
  const rows = await query<{ attempt: string; state: OperationState }>(
    `SELECT attempt, state FROM operations WHERE environment = $1 AND account_id = $2 AND name LIKE $3 || '.%' AND (attempt = $4 OR state IN ('sent', 'unknown'))
       AND ($5::text IS NULL OR params ->> $5 = $6)`,
    [environment, accountId, resource, attempt, act === "create" ? null : (name ?? null), id ?? null],
  );
  const own = rows.find((row) => row.attempt === attempt);
  if (!own && act !== "create" && rows.some(({ state }) => state === "unknown" || state === "sent"))
    throw new ProblemError({
      status: 409,
      code: "EARLIER_CHANGE_OPEN",
      message: "Klarna hasn't said yet whether an earlier change of this was done. The desk is finding out; until then nothing more of it is sent.",
    });
  return own?.state;
}
