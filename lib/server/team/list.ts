import "server-only";
import type { Colleague, OpenSession } from "@/lib/desk/team";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { noSuchPerson } from "./no-such-person";
import { openSessions } from "./sessions";

/** Everybody who may use the desk, or could once: the enabled first, by name. */
export function listTeam(): Promise<readonly Colleague[]> {
  return query<Colleague>(`${colleagues} ORDER BY disabled_at IS NOT NULL, lower(p.name), p.id`);
}

/** One person, and the browsers they are signed in with. Throws 404 for nobody. */
export async function readColleague(id: string): Promise<{ readonly person: Colleague; readonly sessions: readonly OpenSession[] }> {
  const [[person], sessions] = await Promise.all([query<Colleague>(`${colleagues} WHERE p.id = $1`, [id]), openSessions(id)]);
  if (!person) throw noSuchPerson();
  return { person, sessions: person.disabled_at ? [] : sessions };
}

const colleagues = `
  SELECT p.id, p.email, p.name, p.role, ${utc("p.created_at")} AS created_at, ${utc("p.disabled_at")} AS disabled_at, ${utc("s.seen_at")} AS seen_at,
    p.password_hash IS NOT NULL AS has_password,
    EXISTS (SELECT FROM identities i WHERE i.person_id = p.id) AS has_identity,
    EXISTS (SELECT FROM second_factors f WHERE f.person_id = p.id AND f.confirmed_at IS NOT NULL) AS has_second_factor,
    (SELECT ${utc("max(l.expires_at)")} FROM one_time_links l WHERE l.person_id = p.id AND l.used_at IS NULL AND l.expires_at > now()) AS link_until
  FROM people p CROSS JOIN LATERAL (SELECT max(s.seen_at) AS seen_at FROM sessions s WHERE s.person_id = p.id) s`;
