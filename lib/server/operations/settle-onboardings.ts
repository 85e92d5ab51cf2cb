import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";

import { unsealIfReadable } from "../crypto";
import { queryOften } from "../db/client";
import { conclude } from "./conclude";

interface Found {
  readonly id: string;
  readonly environment: Environment;
  readonly fence: number;
  readonly idempotencyKey: string;
  readonly body: Buffer | null;
  readonly accountId: string;
  readonly accountName: string | null;
  readonly told: boolean;
}

/**
 * Settles the onboardings of unknown outcome whose merchant has turned up: one single account with the reference and the name that were
 * sent, which the desk first heard of after the sending and which nobody else's sending has made or may have made.
 */
export async function settleOnboardings(): Promise<void> {
  for (const found of await queryOften<Found>(foundStatement)) {
    if (nameSent(found) !== found.accountName) continue;
    await conclude({
      id: found.id,
      operation: accounts.onboard,
      fence: found.fence,
      verdict: "done",
      settledBy: found.told ? "webhook" : "read",
      accountId: found.accountId,
    });
  }
}

function nameSent({ body, idempotencyKey }: Found): unknown {
  const sent = body && unsealIfReadable(`operations.body ${idempotencyKey}`, body);
  return sent ? (JSON.parse(sent) as { account_name?: unknown }).account_name : undefined;
}

const foundStatement = `
  SELECT o.id, o.environment, o.fence, o.idempotency_key AS "idempotencyKey", o.body, m.account_id AS "accountId", m.account_name AS "accountName",
    EXISTS (SELECT FROM webhook_events w WHERE w.environment = o.environment AND w.account_id = m.account_id AND w.received_at > o.first_sent_at) AS told
  FROM operations o JOIN merchants m ON m.environment = o.environment AND m.account_reference = o.account_reference
  WHERE o.state = 'unknown' AND o.name = 'accounts.onboard' AND m.first_seen_at > o.first_sent_at
    AND NOT EXISTS (SELECT FROM merchants t WHERE t.environment = o.environment AND t.account_reference = o.account_reference AND t.account_id <> m.account_id)
    AND NOT EXISTS (SELECT FROM operations x WHERE x.environment = o.environment AND x.account_reference = o.account_reference AND x.id <> o.id
                    AND x.state IN ('sent', 'unknown', 'confirmed'))
  LIMIT 50`;
