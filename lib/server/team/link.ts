import "server-only";
import { createHash, randomBytes } from "node:crypto";

import type { Role } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";

import { hashPassword, requireGoodPassword } from "../auth/password";
import { query } from "../db/client";
import { env } from "../env";
import type { By } from "./role";
import { endSessions } from "./sessions";

const linkHours = 48;

/** The path of a link that lets this person set a password once, within 48 hours. Earlier links stop working. */
export async function makeLink(personId: string, by: By): Promise<string> {
  requirePasswords();
  const token = randomBytes(32).toString("base64url");
  const [made] = await query(
    `WITH person AS (SELECT id FROM people WHERE id = $1 AND disabled_at IS NULL),
     earlier AS (UPDATE one_time_links SET used_at = now() WHERE used_at IS NULL AND person_id IN (SELECT id FROM person)),
     noted AS (
       INSERT INTO audit_entries (kind, person_id, role, detail) SELECT 'link-made', $4, $5, jsonb_build_object('person', id) FROM person)
     INSERT INTO one_time_links (token_hash, person_id, expires_at) SELECT $2, id, now() + make_interval(hours => $3::int) FROM person RETURNING person_id`,
    [personId, hashToken(token), linkHours, by?.personId ?? null, by?.role ?? null],
  );
  if (!made) throw new ProblemError({ status: 409, code: "NOBODY_ACTIVE", message: "This person is disabled: enable them first." });
  // After the #: a browser doesn't send it, so it is in no log.
  return `${routes.setPassword}#${token}`;
}

/** Sets a password by a one-time link and ends the person's sessions. Answers their address. Throws 400 when the link was used or is too old. */
export async function spendPasswordLink(token: string, password: string): Promise<string> {
  requirePasswords();
  requireGoodPassword(password);
  const hashed = hashToken(token);
  // Who has no link makes nobody wait: a password takes a while to hash, and only two are at a time.
  const [live] = await query(
    `SELECT FROM one_time_links l JOIN people p ON p.id = l.person_id
     WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > now() AND p.disabled_at IS NULL`,
    [hashed],
  );
  if (!live) throw spent();
  const hash = await hashPassword(password);
  const [person] = await query<{ id: string; role: Role; email: string }>(
    `WITH used AS (UPDATE one_time_links SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING person_id),
     changed AS (UPDATE people SET password_hash = $2 WHERE id IN (SELECT person_id FROM used) AND disabled_at IS NULL RETURNING id, role, email),
     ended AS (UPDATE sessions SET ended_at = now(), end_reason = 'password changed' WHERE person_id IN (SELECT id FROM changed) AND ended_at IS NULL),
     noted AS (INSERT INTO audit_entries (kind, person_id) SELECT 'password-changed', id FROM changed)
     SELECT id, role, email FROM changed`,
    [hashed, hash],
  );
  if (!person) throw spent();
  // That statement didn't see what was opened by the old password while it waited.
  await endSessions(person.id, {}, { personId: person.id, role: person.role });
  return person.email;
}

/** Refuses whatever has to do with passwords while the settings turn them off. */
export function requirePasswords(): void {
  const { passwords, provider } = env().signIn;
  if (passwords) return;
  throw new ProblemError({ status: 403, code: "PASSWORDS_OFF", message: `Passwords are turned off at this desk: everybody signs in with ${provider?.label}.` });
}

function spent(): ProblemError {
  return new ProblemError({ status: 400, code: "LINK_SPENT", message: "This link was used already or is older than 48 hours. Ask an admin for a new one." });
}

function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
