import "server-only";
import type { Import } from "@/lib/desk/import";
import type { Environment } from "@/lib/klarna/environment";

import { appendAudit } from "../audit";
import { query } from "../db/client";
import { cancelJob, resumeJob, sendJob } from "../jobs/queue";
import type { Actor } from "../operations/record";
import { importAccounts } from "./job";
import { findImport } from "./standing";

/** What a person can do with an import that isn't done. */
export type ImportAction = "pause" | "resume" | "cancel";

/** Pauses, goes on with or gives up an import, in the name of whoever does so; answers how it stands then. What was read stays. */
export async function steerImport(environment: Environment, id: string, action: ImportAction, by: Actor): Promise<Import> {
  const { state } = await findImport(environment, id);
  if (state === "done" || state === "cancelled") return findImport(environment, id);
  await appendAudit({ kind: kinds[action], by, environment, detail: { import: id } });
  if (action === "resume") {
    if (!(await resumeJob(importAccounts.name, id, by))) await beginAnew(id, by);
  } else {
    if (action === "cancel") await query("UPDATE imports SET cancelled_at = now() WHERE id = $1 AND finished_at IS NULL", [id]);
    await cancelJob(importAccounts.name, id);
  }
  return findImport(environment, id);
}

/** Where its job was never sent, or was put away long ago. A new one counts its runs anew, so it couldn't tell what an earlier one had taken and never ended. */
async function beginAnew(id: string, by: Actor): Promise<void> {
  await query(
    `UPDATE import_rows SET state = 'waiting' WHERE import_id = $1 AND state = 'reading' AND NOT EXISTS (SELECT FROM pgboss.job WHERE name = $2 AND id = $1)`,
    [id, importAccounts.name],
  );
  await sendJob(importAccounts, { id, data: { import: id }, by });
}

const kinds = { pause: "import-paused", resume: "import-resumed", cancel: "import-cancelled" } as const;
