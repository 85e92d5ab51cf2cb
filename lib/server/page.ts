import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

import { workedInCookie } from "@/lib/desk/worked-in";
import { type Environment, environments } from "@/lib/klarna/environment";
import { can, type Permission } from "@/lib/klarna/permissions";
import { routes } from "@/lib/routes";

import { appendAudit } from "./audit";
import { env } from "./env";
import { type Session, sessionOf } from "./session";

/** The person who opened this page; whoever isn't signed in is sent to sign in, and comes back here. Asked once a page. */
export const signedIn = cache(async (): Promise<Session> => {
  const given = await headers();
  const session = await sessionOf(given.get("cookie"));
  if (session && !session.lacksFactor) return session;
  const path = given.get("x-desk-path") ?? routes.home;
  redirect(`${session ? routes.secondFactor : routes.signIn}?to=${encodeURIComponent(path)}`);
});

/** The person, and the environment that the page's address begins with. Not found when this desk isn't connected to it. */
export async function signedInTo(environment: Environment | undefined): Promise<{ readonly session: Session; readonly environment: Environment }> {
  const session = await signedIn();
  if (!environment || !env().klarna.has(environment)) notFound();
  return { session, environment };
}

/** Whether this page's person may do something: what they may not isn't drawn. */
export async function allowed(permission: Permission): Promise<boolean> {
  return can((await signedIn()).role, permission);
}

/** The person, where they carry a permission; for whoever doesn't there is no such page, and the log keeps that they asked for it. */
export async function signedInWith(permission: Permission): Promise<Session> {
  const session = await signedIn();
  if (can(session.role, permission)) return session;
  await noteRefusal(permission);
  notFound();
}

/** Once a page, and without its address: that may hold what somebody typed. */
const noteRefusal = cache(async (permission: Permission) =>
  appendAudit({ kind: "refused", by: await signedIn(), operation: `page (${permission})`, detail: { permission } }),
);

/** The environment that this browser worked in last, as long as the desk is connected to it: where pages lead that belong to neither. */
export async function homeEnvironment(): Promise<Environment | undefined> {
  const connected = connectedEnvironments();
  const last = (await cookies()).get(workedInCookie)?.value;
  return connected.find((environment) => environment === last) ?? connected[0];
}

/** Klarna's environments that this desk is connected to, TEST first. */
export function connectedEnvironments(): readonly Environment[] {
  return environments.filter((environment) => env().klarna.has(environment));
}
