import { SupportCopy } from "@/components/operation/support-copy";
import { TellMerchant } from "@/components/operation/tell-merchant";
import type { OperationEntry } from "@/lib/desk/timeline";
import { unsentInWords } from "@/lib/desk/undone";

/** What the merchant and Klarna's support can be told of a change that wasn't made, or whose outcome isn't known. */
export function OperationHelp({ operation }: { readonly operation: OperationEntry }) {
  const { name, state, settled_by, code, error_id, at, sent_at, tries, idempotency_key } = operation;
  const undone = unsentInWords({ settled_by, code }) ? "unsent" : "refused";
  const outcome = state === "unknown" ? "unclear" : undone;
  return (
    <span className="-ml-2 flex flex-wrap">
      <TellMerchant about={{ change: { operation: name, state, settledBy: settled_by, code } }} />
      <SupportCopy incident={{ operation: name, at: sent_at, firstAt: at, tries, errorId: error_id, code, idempotencyKey: idempotency_key, outcome }} />
    </span>
  );
}
