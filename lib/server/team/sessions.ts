import "server-only";
import type { OpenSession } from "@/lib/desk/team";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { type Session, sessionLimits } from "../session";
import type { By } from "./role";

/** The browsers in which somebody is signed in, the latest used first. */
export function openSessions(personId: string): Promise<readonly OpenSession[]> {
  return query<OpenSession>(
    `SELECT id, device, method, ${utc("created_at")} AS created_at, ${utc("seen_at")} AS seen_at
     FROM sessions s WHERE person_id = $1 AND s.ended_at IS NULL AND s.expires_at > now() AND s.seen_at > now() - make_interval(mins => $2::int)
     ORDER BY s.seen_at DESC, id`,
    [personId, sessionLimits.idle],
  );
}

/** Ends somebody's sessions: one, or all but `kept`. It is recorded when any ended. Answers how many did. */
export async function endSessions(personId: string, which: { readonly only?: string; readonly kept?: string }, by: By): Promise<number> {
  const reason = by?.personId === personId ? "ended by themselves" : "ended by an admin";
  const [{ count = 0 } = {}] = await query<{ count: number }>(
    `WITH ended AS (
       UPDATE sessions SET ended_at = now(), end_reason = $4
       WHERE person_id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3) RETURNING id),
     noted AS (
       INSERT INTO audit_entries (kind, person_id, role, detail)
       SELECT 'sessions-ended', $5, $6, jsonb_build_object('person', $1::uuid, 'count', count(*)) FROM ended HAVING count(*) > 0)
     SELECT count(*)::int AS count FROM ended`,
    [personId, which.only ?? null, which.kept ?? null, reason, by?.personId ?? null, by?.role ?? null],
  );
  return count;
}

/** One's own sessions, with a mark on this one. */
export async function ownSessions(session: Session): Promise<readonly (OpenSession & { readonly here: boolean })[]> {
  return (await openSessions(session.personId)).map((one) => ({ ...one, here: one.id === session.id }));
}
