import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import type { OperationState } from "../db/schema/operations";
import { switches } from "./last-change";

interface Asked {
  readonly environment: Environment;
  readonly account_id: string;
  readonly product_id: string;
  readonly operation: string;
  readonly attempt: string;
}

/**
 * How an attempt stands, undefined when it was never sent. Throws 409 while another change that could undo it, or be undone by it, has no clear outcome: that
 * one is repeated until it is clear, and could come after what is asked for now.
 */
export async function standingOfAttempt({ environment, account_id, product_id, operation, attempt }: Asked): Promise<OperationState | undefined> {
  const rows = await query<{ attempt: string; name: string; state: OperationState; by: string }>(
    `SELECT o.attempt, o.name, o.state, p.name AS by FROM operations o JOIN people p ON p.id = o.person_id
     WHERE o.environment = $1 AND o.account_id = $2 AND o.name = ANY($3) AND (o.attempt = $4 OR (o.state IN ('sent', 'unknown')
       AND coalesce(o.params->>'product_id', 'default') IN ($5, 'default')))`,
    [environment, account_id, rivals(operation), attempt, product_id],
  );
  const own = rows.find((row) => row.attempt === attempt && row.name === operation);
  const other = rows.find((row) => row.attempt !== attempt);
  if (other && (own === undefined || own.state === "rejected"))
    throw new ProblemError({
      status: 409,
      code: "EARLIER_CHANGE_OPEN",
      message: `${other.by} asked Klarna to ${words.get(other.name) ?? "change it"}, and whether that was done isn't known yet. The desk is finding out; until then nothing that could cross it is sent.`,
    });
  return own?.state;
}

/** What decides the same thing of a product. */
function rivals(operation: string): readonly string[] {
  return operation === "paymentProducts.update" ? [operation] : switches;
}

const words: ReadonlyMap<string, string> = new Map([
  ["paymentProducts.disable", "suspend it"],
  ["paymentProducts.disableOnly", "suspend it"],
  ["paymentProducts.enable", "reactivate it"],
  ["paymentProducts.enableOnly", "reactivate it"],
  ["paymentProducts.update", "change its category"],
]);
