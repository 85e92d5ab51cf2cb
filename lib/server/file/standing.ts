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
 * How an attempt stands, undefined when it was never sent. Throws 409 for what isn't under way itself while another change of the same part, or another new one
 * of the same kind, has no clear outcome: what it did isn't known, so there is nothing to compare with.
 */
export async function standingOf({ environment, accountId }: Place, { resource, id, act }: PartChange, attempt: string): Promise<OperationState | undefined> {
  const isNew = act === "create";
  const rows = await query<{ attempt: string; state: OperationState }>(
    `SELECT attempt, state FROM operations WHERE environment = $1 AND account_id = $2 AND name LIKE $3 AND (attempt = $4 OR state IN ('sent', 'unknown'))
       AND ($5::text IS NULL OR params ->> $5 = $6)`,
    [environment, accountId, `${resource}.${isNew ? act : "%"}`, attempt, isNew ? null : (idField(resource) ?? null), id ?? null],
  );
  const own = rows.find((row) => row.attempt === attempt)?.state;
  // What was refused before is sent as if it never was: others may have changed the same since.
  if ((own === undefined || own === "rejected") && rows.some((row) => row.attempt !== attempt))
    throw new ProblemError({
      status: 409,
      code: "EARLIER_CHANGE_OPEN",
      message: isNew
        ? "Klarna hasn't said yet whether another one of this kind was added, which may be the same. The desk is finding out; until then none is added."
        : "Klarna hasn't said yet whether an earlier change of this was done. The desk is finding out; until then nothing more of it is sent.",
    });
  return own;
}
