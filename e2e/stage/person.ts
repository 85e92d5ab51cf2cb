import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { encode } from "next-auth/jwt";

import type { Role } from "@/lib/klarna/permissions";

import type { Place } from "./place";

/** Somebody of the desk's staff, made for one story. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** A person in front of a browser of their own, signed in. */
export interface Visitor {
  readonly person: Person;
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Adds a person without a password. */
export async function newPerson({ query }: Place, role: Role): Promise<Person> {
  const person = { email: `${role}-${randomUUID()}@desk.example`, name: `${names[role]} ${serial()}`, role };
  const [row] = await query<{ id: string }>("INSERT INTO people (email, name, role) VALUES ($1, $2, $3) RETURNING id", [person.email, person.name, role]);
  if (!row) throw new Error("The person wasn't added.");
  return { id: row.id, ...person };
}

/** Opens a browser in which this person is signed in. Signing in itself is a story of its own. */
export async function openBrowser(place: Place, browser: Browser, person: Person): Promise<Visitor> {
  const context = await browser.newContext();
  await context.addCookies([await sessionCookie(place, person)]);
  return { person, context, page: await context.newPage() };
}

/** The cookie of a session that has just begun. */
export async function sessionCookie({ query, env, deskUrl }: Place, { id }: Person) {
  const sid = randomUUID();
  await query("INSERT INTO sessions (id, person_id, expires_at, device, proved_at) VALUES ($1, $2, now() + interval '1 hour', 'a story', now())", [sid, id]);
  const value = await encode({ token: { sid }, secret: env.DESK_SIGN_IN_SECRET ?? "" });
  return { name: "desk-session", value, url: deskUrl, httpOnly: true, sameSite: "Lax" as const };
}

const names: Record<Role, string> = {
  admin: "Ada Administer",
  operations: "Omar Operate",
  support: "Sofia Support",
  finance: "Finn Finance",
  auditor: "Aiko Audit",
};

/** A few letters that tell one story's people and merchants from another's. */
export function serial(): string {
  return randomUUID().slice(0, 8).toUpperCase();
}
