import "server-only";
import type { SyncKind } from "@/lib/desk/payout";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../../db/client";
import { sendJob } from "../../jobs/queue";
import type { Actor } from "../../operations/record";
import { noSuchConnection } from "../connections/access";
import { syncPayouts } from "./job";

/** How far back an incremental reading looks again, in days: payouts may come late into Klarna's list, and change. */
const overlapDays = 7;

/**
 * Begins a reading of a connection, in somebody's name or nobody's: its row and the audit entry in one statement, then the job. The first one reads everything,
 * whatever was asked for. Throws 409 while another one is open. Answers its id.
 */
export async function startSync(connectionId: string, kind: SyncKind, by: Actor | undefined): Promise<{ readonly id: string }> {
  const [connection] = await query("SELECT 1 FROM payout_connections WHERE id = $1 AND removed_at IS NULL", [connectionId]);
  if (!connection) throw noSuchConnection();
  const [made] = await query<{ id: string }>(startStatement, [connectionId, kind, by?.personId ?? null, by?.role ?? null]);
  if (!made)
    throw new ProblemError({
      status: 409,
      code: "SYNC_OPEN",
      message: "This connection is being read already. Wait until that has ended, or give it up first.",
    });
  await sendJob(syncPayouts, { id: made.id, data: { sync: made.id }, by });
  return made;
}

const startStatement = `
  WITH at AS (
    SELECT c.id, c.environment, CASE WHEN c.listed_until IS NULL AND $2 = 'incremental' THEN 'full' ELSE $2 END AS kind, date_trunc('second', now()) AS until,
      c.start_date::timestamp AT TIME ZONE 'UTC' AS beginning,
      least(c.listed_until, (SELECT max(payout_date) FROM payouts p WHERE p.connection_id = c.id)) - interval '${overlapDays} days' AS lately
    FROM payout_connections c WHERE c.id = $1),
  span AS (SELECT *, least(until, CASE WHEN kind = 'incremental' THEN greatest(beginning, lately) ELSE beginning END) AS since FROM at),
  made AS (
    INSERT INTO payout_syncs (connection_id, kind, person_id, window_from, window_until, listed_until)
    SELECT id, kind, $3::uuid, since, until, since FROM span
    ON CONFLICT (connection_id) WHERE finished_at IS NULL AND cancelled_at IS NULL DO NOTHING RETURNING id, kind),
  noted AS (
    INSERT INTO audit_entries (kind, person_id, role, environment, detail)
    SELECT 'payouts-synced', $3::uuid, $4, span.environment, jsonb_build_object('connection', $1::uuid, 'sync', made.id, 'kind', made.kind)
    FROM made, span WHERE $3::uuid IS NOT NULL)
  SELECT id FROM made`;
