import "server-only";
import { createHash, randomBytes } from "node:crypto";

import { isRole, type Role } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { hashPassword, requireGoodPassword } from "./auth/password";
import { query } from "./db/client";

const linkHours = 48;

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Without one the person sets it through a one-time link. */
  readonly password?: string;
}

/** Adds a person, or says that the address is taken. `email` is compared without regard to case. */
export async function addPerson({ email, name, role, password }: NewPerson): Promise<{ readonly id: string }> {
  if (!isRole(role)) throw invalid("role", "There is no such role");
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw invalid("email", "Write an e-mail address: name@company.com");
  if (name.trim() === "") throw invalid("name", "Write the person's name");
  if (password !== undefined) requireGoodPassword(password);
  const hash = password === undefined ? null : await hashPassword(password);
  const [person] = await query<{ id: string }>(
    `WITH added AS (
       INSERT INTO people (email, name, role, password_hash) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING RETURNING id, role),
     noted AS (INSERT INTO audit_entries (kind, detail) SELECT 'person-added', jsonb_build_object('person', id, 'role', role) FROM added)
     SELECT id FROM added`,
    [email.trim().toLowerCase(), name.trim(), role, hash],
  );
  if (!person) throw invalid("email", "Somebody has this address already");
  return person;
}

/** Gives a person another role; every session of theirs ends with it. */
export async function setRole(email: string, role: Role): Promise<void> {
  if (!isRole(role)) throw invalid("role", "There is no such role");
  await changePerson(email, "role-changed", "role = $3", role);
}

/** Disables a person: they can't sign in, and every session of theirs is over at its next request. */
export async function disablePerson(email: string): Promise<void> {
  await changePerson(email, "person-disabled", "disabled_at = now()", "disabled");
}

/** The path of a link that lets this person set a password once, within 48 hours. Earlier links stop working. */
export async function makeOneTimeLink(email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const [made] = await query(
    `WITH person AS (SELECT id FROM people WHERE email = $1 AND disabled_at IS NULL),
     earlier AS (UPDATE one_time_links SET used_at = now() WHERE used_at IS NULL AND person_id IN (SELECT id FROM person)),
     noted AS (INSERT INTO audit_entries (kind, detail) SELECT 'link-made', jsonb_build_object('person', id) FROM person)
     INSERT INTO one_time_links (token_hash, person_id, expires_at) SELECT $2, id, now() + make_interval(hours => $3::int) FROM person RETURNING person_id`,
    [email.trim().toLowerCase(), hashToken(token), linkHours],
  );
  if (!made) throw invalid("email", "Nobody active has this address");
  // After the #: a browser doesn't send it, so it is in no log.
  return `/set-password#${token}`;
}

/** Sets a password by a one-time link and ends the person's sessions. Throws 400 when the link was used or is too old. */
export async function spendPasswordLink(token: string, password: string): Promise<void> {
  requireGoodPassword(password);
  const hash = await hashPassword(password);
  const [person] = await query(
    `WITH used AS (UPDATE one_time_links SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING person_id),
     changed AS (UPDATE people SET password_hash = $2 WHERE id IN (SELECT person_id FROM used) AND disabled_at IS NULL RETURNING id),
     ended AS (UPDATE sessions SET ended_at = now(), end_reason = 'password changed' WHERE person_id IN (SELECT id FROM changed) AND ended_at IS NULL),
     noted AS (INSERT INTO audit_entries (kind, person_id) SELECT 'password-changed', id FROM changed)
     SELECT id FROM changed`,
    [hashToken(token), hash],
  );
  if (!person)
    throw new ProblemError({ status: 400, code: "LINK_SPENT", message: "This link was used already or is older than 48 hours. Ask an admin for a new one." });
}

async function changePerson(email: string, kind: "role-changed" | "person-disabled", assignment: string, value: string): Promise<void> {
  const [person] = await query(
    `WITH changed AS (UPDATE people SET ${assignment} WHERE email = $1 RETURNING id),
     ended AS (UPDATE sessions SET ended_at = now(), end_reason = $2 WHERE person_id IN (SELECT id FROM changed) AND ended_at IS NULL),
     noted AS (INSERT INTO audit_entries (kind, detail) SELECT $2, jsonb_build_object('person', id, 'to', $3::text) FROM changed)
     SELECT id FROM changed`,
    [email.trim().toLowerCase(), kind, value],
  );
  if (!person) throw invalid("email", "Nobody has this address");
}

function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

function invalid(path: string, message: string): ProblemError {
  return new ProblemError({ status: 400, code: "INVALID_INPUT", message: `${message}.`, fields: [{ path, message }] });
}
