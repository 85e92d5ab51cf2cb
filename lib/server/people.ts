import "server-only";
import { isRole, type Role } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { hashPassword, requireGoodPassword } from "./auth/password";
import { query } from "./db/client";
import { makeLink } from "./team/link";
import { resetSecondFactor } from "./team/proofs";
import { type By, changeRole, disablePerson as disable } from "./team/role";

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Without one the person sets it through a one-time link. */
  readonly password?: string;
}

/** Adds a person, or says that the address is taken. `email` is compared without regard to case. */
export async function addPerson({ email, name, role, password }: NewPerson, by?: By): Promise<{ readonly id: string }> {
  if (!isRole(role)) throw invalid("role", "There is no such role");
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw invalid("email", "Write an e-mail address: name@company.com");
  if (name.trim() === "") throw invalid("name", "Write the person's name");
  if (password !== undefined) requireGoodPassword(password);
  const hash = password === undefined ? null : await hashPassword(password);
  const [person] = await query<{ id: string }>(
    `WITH added AS (
       INSERT INTO people (email, name, role, password_hash) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING RETURNING id, role),
     noted AS (
       INSERT INTO audit_entries (kind, person_id, role, detail) SELECT 'person-added', $5, $6, jsonb_build_object('person', id, 'role', role) FROM added)
     SELECT id FROM added`,
    [email.trim().toLowerCase(), name.trim(), role, hash, by?.personId ?? null, by?.role ?? null],
  );
  if (!person) throw invalid("email", "Somebody has this address already");
  return person;
}

/** Gives the person with an address another role; every session of theirs ends with it. */
export async function setRole(email: string, role: Role): Promise<void> {
  if (!isRole(role)) throw invalid("role", "There is no such role");
  await changeRole(await personWith(email), role, undefined);
}

/** Disables the person with an address: they can't sign in, and every session of theirs is over at its next request. */
export async function disablePerson(email: string): Promise<void> {
  await disable(await personWith(email), undefined);
}

/** The path of a link that lets the person with an address set a password once, within 48 hours. */
export async function makeOneTimeLink(email: string): Promise<string> {
  return makeLink(await personWith(email, "AND disabled_at IS NULL"), undefined);
}

/** Takes the second factor of the person with an address away. Answers whether there was one. */
export async function forgetSecondFactor(email: string): Promise<boolean> {
  return resetSecondFactor(await personWith(email), undefined);
}

async function personWith(email: string, active = ""): Promise<string> {
  const [person] = await query<{ id: string }>(`SELECT id FROM people WHERE email = $1 ${active}`, [email.trim().toLowerCase()]);
  if (!person) throw invalid("email", active ? "Nobody active has this address" : "Nobody has this address");
  return person.id;
}

function invalid(path: string, message: string): ProblemError {
  return new ProblemError({ status: 400, code: "INVALID_INPUT", message: `${message}.`, fields: [{ path, message }] });
}
