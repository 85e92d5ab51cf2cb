import "server-only";
import type { PayoutSync } from "@/lib/desk/payout";

import { appendAudit } from "../../audit";
import { query } from "../../db/client";
import { cancelJob, resumeJob, sendJob } from "../../jobs/queue";
import type { Actor } from "../../operations/record";
import { syncPayouts } from "./job";
import { findSync } from "./standing";

/** What a person can do with a reading that isn't over. */
export type SyncAction = "pause" | "resume" | "cancel";

/** Pauses, goes on with or gives up a reading, in the name of whoever does so; answers how it stands then. What was read stays. */
export async function steerSync(id: string, action: SyncAction, by: Actor): Promise<PayoutSync> {
  const { finished_at, state, environment } = await findSync(id);
  if (finished_at !== null || state === "cancelled") return findSync(id);
  await appendAudit({ kind: "payouts-sync-steered", by, environment, detail: { sync: id, action } });
  if (action === "resume") {
    // Sent anew when its job was never sent, or was put away long ago.
    if (!(await resumeJob(syncPayouts.name, id, by))) await sendJob(syncPayouts, { id, data: { sync: id }, by });
  } else {
    if (action === "cancel") await query("UPDATE payout_syncs SET cancelled_at = now() WHERE id = $1 AND finished_at IS NULL", [id]);
    await cancelJob(syncPayouts.name, id);
  }
  return findSync(id);
}
