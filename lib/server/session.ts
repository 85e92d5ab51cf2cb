import "server-only";
import { can, type Permission, type Role, rolesWith } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { sessionIdIn } from "./auth/cookie";
import { query } from "./db/client";
import { together } from "./together";

/** A signed-in person, as the session's row and the person's row say at this moment. */
export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** How long a session lives, in minutes: without a request, and in all. */
export const sessionLimits = { idle: 120, absolute: 12 * 60 } as const;

/** The person behind a request. Throws 401 when there is no session, or it ended, or its person was disabled or given another role. */
export async function requireSession(request: Request): Promise<Session> {
  const session = await sessionOf(request.headers.get("cookie"));
  if (!session) throw new ProblemError({ status: 401, code: "SIGNED_OUT", message: "Sign in to go on. What you have typed stays here." });
  return session;
}

/** The live session that a cookie header carries. The row is read every time: what ended is over at the next request. */
export async function sessionOf(cookieHeader: string | null): Promise<Session | undefined> {
  const id = await sessionIdIn(cookieHeader);
  if (!id) return undefined;
  const row = await liveSession(id);
  if (!row) return undefined;
  const { stale, ...session } = row;
  if (stale) await query("UPDATE sessions SET seen_at = now() WHERE id = $1", [id]);
  return session;
}

/** Refuses what the role doesn't carry, and says who could do it. The caller records the refusal. */
export function requirePermission(session: Session, permission: Permission): void {
  if (can(session.role, permission)) return;
  const others = rolesWith(permission).join(" or ");
  throw new ProblemError({
    status: 403,
    code: "NOT_ALLOWED",
    message: `Your role (${session.role}) doesn't include this. Someone with the role ${others} can do it.`,
  });
}

// A page asks several things at once: their sessions are read by one statement, which begins after the last of them came.
const liveSession = together(async (ids: readonly string[]) => {
  const rows = await query<Session & { stale: boolean }>(liveSessions, [ids, sessionLimits.idle]);
  return new Map(rows.map((row) => [row.id, row]));
});

const liveSessions = `
  SELECT s.id, s.person_id AS "personId", p.name, p.email, p.role, s.seen_at < now() - interval '1 minute' AS stale
  FROM sessions s JOIN people p ON p.id = s.person_id
  WHERE s.id = ANY($1) AND s.ended_at IS NULL AND p.disabled_at IS NULL
    AND s.expires_at > now() AND s.seen_at > now() - make_interval(mins => $2::int)`;
