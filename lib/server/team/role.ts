import "server-only";
import { isRole, type Role } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { env } from "../env";
import type { Session } from "../session";
import { noSuchPerson } from "./no-such-person";

/** Who does it; undefined is whoever runs commands on the desk's machine. */
export type By = Pick<Session, "personId" | "role"> | undefined;

/** Gives a person another role; every session of theirs ends with it. The desk keeps an admin, but for what the provider decides at a sign-in. */
export async function changeRole(personId: string, role: Role, by: By): Promise<void> {
  if (!isRole(role)) throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: "There is no such role.", fields: [{ path: "role", message: "" }] });
  refuseOneself(personId, by, "Nobody changes their own role. Ask another admin.");
  if (by) await refuseProvidersRole(personId);
  await changeUnlessLast({ personId, by, kind: "role-changed", assignment: "role = $2", unless: "p.role = $2", value: role, from: "p.role", endsAs: role });
}

/** Lets a person in no more: their sessions are over at the next request, their one-time link is spent. The desk always keeps an admin. */
export async function disablePerson(personId: string, by: By): Promise<void> {
  refuseOneself(personId, by, "Nobody disables themselves. Ask another admin.");
  const unless = "p.disabled_at IS NOT NULL";
  await changeUnlessLast({
    personId,
    by,
    kind: "person-disabled",
    assignment: "disabled_at = now()",
    unless,
    value: "disabled",
    from: "'enabled'",
    endsAs: "",
  });
  // Sessions once more: the statement before didn't see what was opened while it waited.
  await query(
    `WITH spent AS (UPDATE one_time_links SET used_at = now() WHERE person_id = $1 AND used_at IS NULL)
     UPDATE sessions SET ended_at = now(), end_reason = 'person-disabled' WHERE person_id = $1 AND ended_at IS NULL`,
    [personId],
  );
}

/** Lets a disabled person in again, as what they were. Sessions of before stay ended. */
export async function enablePerson(personId: string, by: By): Promise<void> {
  const [person] = await query<{ id: string }>(
    `WITH changed AS (UPDATE people SET disabled_at = NULL WHERE id = $1 AND disabled_at IS NOT NULL RETURNING id),
     noted AS (INSERT INTO audit_entries (kind, person_id, role, detail) SELECT 'person-enabled', $2, $3, jsonb_build_object('person', id) FROM changed)
     SELECT id FROM people WHERE id = $1`,
    [personId, by?.personId ?? null, by?.role ?? null],
  );
  if (!person) throw noSuchPerson();
}

function refuseOneself(personId: string, by: By, message: string): void {
  if (by?.personId === personId) throw new ProblemError({ status: 409, code: "ONESELF", message });
}

/** A role that is taken from the provider at each sign-in would be taken back at the next. */
async function refuseProvidersRole(personId: string): Promise<void> {
  const { provider } = env().signIn;
  if (!provider?.roles) return;
  const [identity] = await query("SELECT FROM identities WHERE person_id = $1 AND issuer = $2", [personId, provider.issuer]);
  if (!identity) return;
  throw new ProblemError({
    status: 409,
    code: "ROLE_FROM_PROVIDER",
    message: `This person's role comes from ${provider.label} at each sign-in. Change their groups there; the next sign-in here has the new role.`,
  });
}

interface Change {
  readonly personId: string;
  readonly by: By;
  readonly kind: "role-changed" | "person-disabled";
  readonly assignment: string;
  /** What makes it no change at all. */
  readonly unless: string;
  readonly value: string;
  readonly from: string;
  /** What the person is afterwards: an admin stays one who can be counted on. */
  readonly endsAs: string;
}

// The admins' rows are locked in one order, so of two who take each other's role at once one is refused.
async function changeUnlessLast({ personId, by, kind, assignment, unless, value, from, endsAs }: Change): Promise<void> {
  const [person] = await query<{ changed: boolean; same: boolean }>(
    `WITH admins AS (SELECT id FROM people WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE),
     before AS (SELECT id, ${from} AS was, ${unless} AS same FROM people p WHERE id = $1 AND $2::text IS NOT NULL),
     changed AS (
       UPDATE people SET ${assignment} WHERE id = (SELECT id FROM before WHERE NOT same)
         AND ($6 = 'admin' OR NOT EXISTS (SELECT FROM admins WHERE id = $1) OR EXISTS (SELECT FROM admins WHERE id <> $1)) RETURNING id),
     ended AS (UPDATE sessions SET ended_at = now(), end_reason = $3 WHERE person_id IN (SELECT id FROM changed) AND ended_at IS NULL),
     noted AS (
       INSERT INTO audit_entries (kind, person_id, role, detail)
       SELECT $3, $4, $5, jsonb_build_object('person', changed.id, 'from', before.was, 'to', $2::text) FROM changed, before)
     SELECT EXISTS (SELECT FROM changed) AS changed, same FROM before`,
    [personId, value, kind, by?.personId ?? null, by?.role ?? null, endsAs],
  );
  if (!person) throw noSuchPerson();
  if (person.changed || person.same) return;
  throw new ProblemError({
    status: 409,
    code: "LAST_ADMIN",
    message: "This is the last admin who can sign in: without one nobody could look after the desk. Make somebody else an admin first.",
  });
}
