import "server-only";
import type { SignInMethod } from "@/lib/desk/team";
import { unattended } from "@/lib/desk/unattended";
import { can, type Permission, proofMinutes, type Role, rolesWith } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { sessionIdIn } from "./auth/cookie";
import { queryOften } from "./db/client";
import { env } from "./env";
import { together } from "./together";

/** A signed-in person, as the session's row and the person's row say at this moment. */
export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly method: SignInMethod;
  /** Whether the person has proved who they are within the last minutes. */
  readonly proved: boolean;
  /** Whether their role must have a second factor and they have none yet: until then they may do nothing but set it up. */
  readonly lacksFactor: boolean;
}

/** How long a session lives, in minutes: with nobody there, and in all. */
export const sessionLimits = { idle: 120, absolute: 12 * 60 } as const;

/**
 * The person behind a request. Throws 401 when there is no session, or it ended, or its person was disabled or given another role;
 * 403 while a second factor is due, unless `settingUp` says that this is about setting it up.
 */
export async function requireSession(request: Request, settingUp = false): Promise<Session> {
  const session = await sessionOf(request.headers.get("cookie"), !request.headers.has(unattended));
  if (!session) throw new ProblemError({ status: 401, code: "SIGNED_OUT", message: "Sign in to go on. What you have typed stays here." });
  if (session.lacksFactor && !settingUp)
    throw new ProblemError({
      status: 403,
      code: "SECOND_FACTOR_DUE",
      message: `Your role (${session.role}) needs a second factor. Reload the page to set it up; nothing else is open to you before.`,
    });
  return session;
}

/** Refuses a sensitive act without a recent proof of who is there. */
export function requireProof({ proved }: Session): void {
  if (proved) return;
  throw new ProblemError({
    status: 403,
    code: "STEP_UP_REQUIRED",
    message: `This is sensitive, and the last proof that it is you is more than ${proofMinutes} minutes old. Nothing was done: confirm that it is you, and try again.`,
  });
}

/**
 * The live session that a cookie header carries. The row is read every time: what ended is over at the next request. What a page asks by itself while
 * nobody is there (not `attended`) doesn't prolong it.
 */
export async function sessionOf(cookieHeader: string | null, attended = true): Promise<Session | undefined> {
  const id = await sessionIdIn(cookieHeader);
  if (!id) return undefined;
  const row = await liveSession(id);
  if (!row) return undefined;
  const { stale, ...session } = row;
  if (stale && attended) await queryOften("UPDATE sessions SET seen_at = now() WHERE id = $1", [id]);
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
  const rows = await queryOften<Session & { stale: boolean }>(liveSessions, [
    [...new Set(ids)],
    sessionLimits.idle,
    proofMinutes,
    env().signIn.secondFactorRoles,
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
});

const liveSessions = `
  SELECT s.id, s.person_id AS "personId", p.name, p.email, p.role, s.method, s.seen_at < now() - interval '1 minute' AS stale,
    coalesce(s.proved_at > now() - make_interval(mins => $3::int), false) AS proved,
    s.method = 'password' AND p.role = ANY($4) AND NOT EXISTS (
      SELECT FROM second_factors f WHERE f.person_id = p.id AND f.confirmed_at IS NOT NULL) AS "lacksFactor"
  FROM sessions s JOIN people p ON p.id = s.person_id
  WHERE s.id = ANY($1) AND s.ended_at IS NULL AND p.disabled_at IS NULL
    AND s.expires_at > now() AND s.seen_at > now() - make_interval(mins => $2::int)`;
