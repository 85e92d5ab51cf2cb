import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";

/** Forgets what a draft held: Klarna has it now. The row stays, so that an open tab still finds where the merchant went. */
export async function dropDraft(environment: Environment, id: string): Promise<void> {
  await query("UPDATE drafts SET content = NULL, refused = NULL, updated_at = now() WHERE environment = $1 AND id = $2", [environment, id]);
}
