import "server-only";
import type { RowDraft } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";

import { keyedHash } from "../crypto";
import { nameUuid } from "../operations/key";
import type { Session } from "../session";
import { beginDraft, type DraftContent, readDraft } from "./drafts";

/**
 * Begins a draft for each row of a table. What a row says is its name: however often it is sent, and whoever sends it, there is one draft of it, which stays as
 * it is by now.
 */
export async function draftsOfRows(environment: Environment, rows: readonly DraftContent[], by: Session): Promise<readonly RowDraft[]> {
  const drafts: RowDraft[] = [];
  for (const row of rows) {
    const id = nameUuid(["draft of a row", environment, keyedHash("draft of a row", JSON.stringify(row.content)).toString("hex")]);
    const made = await beginDraft(environment, id, row, by);
    const { outcome, account_id } = await readDraft(environment, id);
    drafts.push({ id, made, outcome, account_id });
  }
  return drafts;
}
