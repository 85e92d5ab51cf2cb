import "server-only";
import type { SyncKind } from "@/lib/desk/payout";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../../db/client";
import type { Job } from "../../jobs/job";
import { resumeJob } from "../../jobs/queue";
import { syncPayouts } from "./job";
import { startSync } from "./start";

/** Begins what is due by itself: each connection once an hour, everything once a week; where Klarna doesn't take the credential, once a day. */
export const readDuePayouts: Job = {
  name: "payouts.due",
  title: "Reads new payouts, and all of them once a week",
  schedule: "*/10 * * * *",
  scheduledInWords: "New ones every hour, all of them every week; looked after every 10 minutes",
  retries: 3,
  run: async () => {
    for (const { id, kind } of await query<{ id: string; kind: SyncKind }>(dueStatement)) await startSync(id, kind, undefined).catch(unlessOpen);
    // One that was given up by the queue after many tries is gone on with.
    for (const { id } of await query<{ id: string }>(stoppedStatement)) await resumeJob(syncPayouts.name, id);
    return undefined;
  },
};

function unlessOpen(error: unknown): void {
  if (!(error instanceof ProblemError) || !["SYNC_OPEN", "NO_SUCH_CONNECTION"].includes(error.problem.code)) throw error;
}

const dueStatement = `
  SELECT c.id, CASE WHEN c.deep_at IS NULL OR c.deep_at < now() - interval '7 days' THEN 'deep' ELSE 'incremental' END AS kind
  FROM payout_connections c
  LEFT JOIN LATERAL (SELECT created_at FROM payout_syncs s WHERE s.connection_id = c.id ORDER BY created_at DESC LIMIT 1) last ON true
  WHERE c.removed_at IS NULL
    AND (last.created_at IS NULL OR last.created_at < now() - CASE WHEN c.refusal IS NULL THEN interval '55 minutes' ELSE interval '1 day' END)
    AND NOT EXISTS (SELECT FROM payout_syncs s WHERE s.connection_id = c.id AND s.finished_at IS NULL AND s.cancelled_at IS NULL)`;

const stoppedStatement = `
  SELECT s.id FROM payout_syncs s JOIN pgboss.job j ON j.name = 'payouts' AND j.id = s.id
  WHERE s.finished_at IS NULL AND s.cancelled_at IS NULL AND j.state = 'failed' AND j.completed_on < now() - interval '1 hour'
    AND j.output->>'code' IS DISTINCT FROM 'NOT_ALLOWED'`;
