import "server-only";
import { query } from "../db/client";

/** Forgets what a draft held: Klarna has it now. The row stays, so that an open tab still finds where the merchant went. */
export async function dropDraft(id: string): Promise<void> {
  await query("UPDATE drafts SET content = NULL, updated_at = now() WHERE id = $1", [id]);
}
