import "server-only";
import type { Role } from "@/lib/klarna/permissions";

import { appendAudit } from "../audit";
import { query } from "../db/client";
import { env } from "../env";
import { addPerson } from "../people";
import type { ProviderSettings } from "../sign-in-settings";
import { endSessions } from "../team/sessions";
import { type Claims, roleIn } from "./provider";
import { openSession } from "./sign-in";

/** Why somebody whom the provider knows isn't let in. */
export type ProviderRefusal =
  | "other-issuer"
  | "no-email"
  | "unverified-email"
  | "unknown-person"
  | "linked-otherwise"
  | "no-role"
  | "disabled"
  | "somebody-else"
  | "not-fresh";

export type ProviderSignIn = { readonly outcome: "signed-in"; readonly sessionId: string; readonly personId: string } | { readonly outcome: ProviderRefusal };

interface Known {
  readonly id: string;
  readonly role: Role;
  readonly disabled: boolean;
}

/**
 * Lets somebody in whom the provider has vouched for. They are matched by issuer and subject; an e-mail address, which can change hands,
 * only links somebody whom the desk knows already, and only when it is verified. The role is taken anew, and a changed one ends older sessions.
 */
export async function signInByProvider(claims: Claims, device: string): Promise<ProviderSignIn> {
  const { provider } = env().signIn;
  if (!provider || claims.iss !== provider.issuer || typeof claims.sub !== "string") return refused("other-issuer");
  const known = (await personBySubject(provider.issuer, claims.sub)) ?? (await linkOrAdd(claims, claims.sub, provider));
  if (typeof known === "string") return refused(known);
  if (known.disabled) return refused("disabled", known);
  const role = provider.roles ? roleIn(claims, provider) : known.role;
  if (!role) {
    await endSessions(known.id, {}, undefined);
    return refused("no-role", known);
  }
  if (role !== known.role) await takeRole(known, role);
  const sessionId = await openSession(known.id, role, device, "provider", provedAt(claims));
  return sessionId ? { outcome: "signed-in", personId: known.id, sessionId } : refused("disabled", known);
}

/** When the provider last saw the person prove who they are, where it says so. */
export function provedAt({ auth_time }: Claims): Date | null {
  return typeof auth_time === "number" && Number.isFinite(auth_time) && auth_time > 0 && auth_time < 1e11 ? new Date(auth_time * 1_000) : null;
}

/** The person whom the provider calls by this subject. */
export async function personBySubject(issuer: string, subject: string): Promise<Known | undefined> {
  const [person] = await query<Known>(
    `SELECT p.id, p.role, p.disabled_at IS NOT NULL AS disabled FROM identities i JOIN people p ON p.id = i.person_id WHERE i.issuer = $1 AND i.subject = $2`,
    [issuer, subject],
  );
  return person;
}

async function linkOrAdd(claims: Claims, subject: string, provider: ProviderSettings): Promise<Known | ProviderRefusal> {
  const email = typeof claims.email === "string" ? claims.email.trim().toLowerCase() : "";
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 320) return "no-email";
  // Whoever could choose an address at the provider would otherwise become whom it belongs to.
  if (claims.email_verified !== true && !(provider.trustsEmail && claims.email_verified === undefined)) return "unverified-email";
  const [person] = await query<Known>("SELECT id, role, disabled_at IS NOT NULL AS disabled FROM people WHERE email = $1", [email]);
  if (person?.disabled) return "disabled";
  if (person) return (await link(person.id, provider.issuer, subject)) ? person : "linked-otherwise";
  if (!provider.addsPeople) return "unknown-person";
  const role = provider.roles ? roleIn(claims, provider) : provider.defaultRole;
  if (!role) return "no-role";
  const { id } = await addPerson({ email, name: nameIn(claims) ?? email, role });
  return (await link(id, provider.issuer, subject)) ? { id, role, disabled: false } : "linked-otherwise";
}

/** False when the person is somebody else at this provider already: their address was given to another account. */
async function link(personId: string, issuer: string, subject: string): Promise<boolean> {
  const [linked] = await query(
    `WITH linked AS (INSERT INTO identities (issuer, subject, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING person_id)
     INSERT INTO audit_entries (kind, person_id, detail) SELECT 'identity-linked', person_id, jsonb_build_object('person', person_id) FROM linked RETURNING id`,
    [issuer, subject, personId],
  );
  return linked !== undefined;
}

/**
 * Also from the last admin: whoever has lost their groups mustn't stay one because nobody else is. The desk's machine then makes another admin, who signs in
 * with a password (docs/running.md).
 */
async function takeRole({ id, role: from }: Known, to: Role): Promise<void> {
  await query(
    `WITH changed AS (UPDATE people SET role = $2 WHERE id = $1 RETURNING id),
     ended AS (UPDATE sessions SET ended_at = now(), end_reason = 'role-changed' WHERE person_id = $1 AND ended_at IS NULL)
     INSERT INTO audit_entries (kind, detail) SELECT 'role-changed', jsonb_build_object('person', id, 'from', $3::text, 'to', $2::text, 'by', 'provider') FROM changed`,
    [id, to, from],
  );
}

function nameIn({ name, given_name, family_name }: Claims): string | undefined {
  const parts = [given_name, family_name].filter((part) => typeof part === "string").join(" ");
  const whole = typeof name === "string" && name.trim() !== "" ? name : parts;
  return whole.trim().slice(0, 200) || undefined;
}

async function refused(why: ProviderRefusal, person?: Known): Promise<ProviderSignIn> {
  await appendAudit({ kind: "sign-in-failed", ...(person && { by: { personId: person.id, role: person.role } }), detail: { by: "provider", why } });
  return { outcome: why };
}
