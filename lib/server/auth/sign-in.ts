import "server-only";
import { randomUUID } from "node:crypto";

import type { SignInMethod } from "@/lib/desk/team";
import type { Role } from "@/lib/klarna/permissions";

import { appendAudit } from "../audit";
import { keyedHash } from "../crypto";
import { query } from "../db/client";
import { sessionLimits } from "../session";
import { passwordFits } from "./password";
import { hasSecondFactor, spendCode } from "./second-factor";
import { type Attempt, giveBack, noteThrottled, takeTry } from "./throttle";

/** What a browser sends to sign in, besides the attempt's buckets. */
export interface Credentials extends Attempt {
  readonly password: string;
  /** A code of the second factor, or a recovery code; empty in the first step. */
  readonly code?: string;
  readonly device: string;
}

export type SignIn =
  | { readonly outcome: "signed-in"; readonly personId: string; readonly sessionId: string }
  | { readonly outcome: "refused" | "throttled" | "code-wanted" | "code-refused" };

/**
 * Checks a password, then the code where there is a second factor, and opens a session row. Unknown, disabled and mistaken people get
 * the same answer in the same time; that there is a second factor is told only to who knows the password.
 */
export async function signIn(credentials: Credentials): Promise<SignIn> {
  const full = await takeTry(credentials);
  if (full) {
    await noteThrottled(full);
    return { outcome: "throttled" };
  }
  const [person] = await query<{ id: string; role: Role; passwordHash: string | null }>(
    `SELECT id, role, password_hash AS "passwordHash" FROM people WHERE email = $1 AND disabled_at IS NULL`,
    [credentials.email],
  );
  if (!(await passwordFits(credentials.password, person?.passwordHash)) || !person) return refused(person);
  if (await hasSecondFactor(person.id)) {
    if (!credentials.code) {
      await giveBack(credentials);
      return { outcome: "code-wanted" };
    }
    if (!(await spendCode(person.id, credentials.code))) {
      await appendAudit({ kind: "sign-in-failed", by: { personId: person.id, role: person.role }, detail: { why: "code" } });
      return { outcome: "code-refused" };
    }
  }
  await giveBack(credentials);
  const sessionId = await openSession(person.id, person.role, credentials.device, "password", "now", person.passwordHash);
  return sessionId ? { outcome: "signed-in", personId: person.id, sessionId } : refused(person);
}

async function refused(person: { readonly id: string; readonly role: Role } | undefined): Promise<SignIn> {
  await appendAudit({
    kind: "sign-in-failed",
    ...(person && { by: { personId: person.id, role: person.role } }),
    detail: { why: person ? "password" : "unknown person" },
  });
  return { outcome: "refused" };
}

/**
 * Opens a session and records it: both or neither. `provedAt` is when the person proved who they are; by default now, by the database's clock.
 * Undefined when the person was disabled meanwhile, or has another password than the one that was `verified`: that took a while.
 */
export async function openSession(
  personId: string,
  role: Role,
  device: string,
  method: SignInMethod = "password",
  provedAt: Date | "now" | null = "now",
  verified: string | null = null,
): Promise<string | undefined> {
  // The lock has whoever changes a password wait, and end this session, too.
  const [opened] = await query<{ id: string }>(
    `WITH opened AS (
       INSERT INTO sessions (id, person_id, expires_at, device, method, proved_at)
       SELECT $1, id, now() + make_interval(mins => $3::int), $4, $6, CASE WHEN $7::timestamptz IS NULL THEN NULL ELSE least($7, now()) END
       FROM people WHERE id = $2 AND disabled_at IS NULL AND ($8::text IS NULL OR password_hash = $8) FOR SHARE
       RETURNING id, person_id),
     noted AS (INSERT INTO audit_entries (kind, person_id, role, detail) SELECT 'signed-in', person_id, $5, jsonb_build_object('by', $6::text) FROM opened)
     SELECT id FROM opened`,
    [randomUUID(), personId, sessionLimits.absolute, device, role, method, provedAt, verified],
  );
  return opened?.id;
}

/** Ends one session, and records it. */
export async function endSession(sessionId: string): Promise<void> {
  await query(
    `WITH ended AS (
       UPDATE sessions SET ended_at = now(), end_reason = 'signed out' WHERE id = $1 AND ended_at IS NULL RETURNING person_id)
     INSERT INTO audit_entries (kind, person_id) SELECT 'signed-out', person_id FROM ended`,
    [sessionId],
  );
}

/** The mark that tells a browser which has signed in as this person before: it can't be made without the desk's key. */
export function deviceMark(email: string, nonce: string): string {
  return `${nonce}.${keyedHash("device", JSON.stringify([email, nonce])).toString("base64url")}`;
}
