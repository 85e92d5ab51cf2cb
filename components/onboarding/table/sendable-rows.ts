import type { RowDraft } from "@/lib/desk/draft";

import type { CheckedRow } from "./check-rows";
import type { RowToSend } from "./use-onboard-rows";
import type { RowHints } from "./use-row-hints";

/** The rows whose drafts need nobody's eyes any more: nothing has to be corrected, and nothing looks odd, as far as the desk was asked. */
export function sendableRows(rows: readonly CheckedRow[], drafts: ReadonlyMap<number, RowDraft>, hints: RowHints): readonly RowToSend[] {
  return rows.flatMap(({ line, faults, same }) => {
    const draft = drafts.get(line);
    // What Klarna refused for another reason than what was sent may be sent again.
    const isOpen = draft && draft.account_id === null && (draft.outcome === null || draft.outcome === "rejected");
    return isOpen && faults.length === 0 && same.length === 0 && hints.get(line)?.length === 0 ? [{ line, draftId: draft.id }] : [];
  });
}
