import "server-only";
import type { CheckHint } from "@/lib/desk/check";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import type { CheckInput } from "./input";

/** Whether another merchant of the directory has this reference already. */
export async function referenceHints(
  environment: Environment,
  { account_id: own, body }: Pick<CheckInput, "account_id" | "body">,
): Promise<readonly CheckHint[]> {
  const reference = body.account_reference?.trim();
  if (!reference) return [];
  const [used] = await query<{ account_id: string; name: string }>(
    `SELECT account_id, coalesce(account_name, account_id) AS name FROM merchants
     WHERE environment = $1 AND account_reference = $2 AND account_id IS DISTINCT FROM $3 ORDER BY first_seen_at DESC LIMIT 1`,
    [environment, reference, own ?? null],
  );
  return used
    ? [
        {
          path: "account_reference",
          message: "Another merchant has this reference: Klarna may refuse it, and reconciling is easier when each has its own.",
          merchant: used,
        },
      ]
    : [];
}
