import type { OperationEvidence } from "@/lib/desk/operation";
import { unsentInWords } from "@/lib/desk/undone";
import type { Incident } from "@/lib/klarna/support-text";

/** What is known of an operation as Klarna's support is told it: of its last sending. */
export function incidentOf({
  environment,
  account_id,
  name,
  state,
  settled_by,
  sent_at,
  first_sent_at,
  tries,
  idempotency_key,
  tried,
}: OperationEvidence): Incident {
  const last = tried.findLast(({ kind }) => kind === "operation-unknown" || kind === "operation-rejected");
  const undone = unsentInWords({ settled_by, code: last?.code }) ? "unsent" : "refused";
  return {
    environment,
    accountId: account_id ?? undefined,
    operation: name,
    at: sent_at,
    firstAt: first_sent_at,
    tries,
    errorId: last?.error_id,
    code: last?.code,
    idempotencyKey: idempotency_key,
    outcome: state === "rejected" ? undone : "unclear",
  };
}
