import "server-only";
import { decode } from "next-auth/jwt";

import { env } from "../env";

/** The session cookie's name. Over https it is host-bound (`__Host-`); plain http is only for a desk on this machine. */
export function sessionCookieName(): string {
  return `${overHttps() ? "__Host-" : ""}desk-session`;
}

export function overHttps(): boolean {
  return env().DESK_URL.startsWith("https:");
}

// Opening the same cookie again gives the same id, so it is opened once; whether the session still lives is asked of its row each time.
const opened = new Map<string, string>();
const openedMost = 2_000;

/** The id of the session row that a cookie header names, or undefined when there is none or it was forged. */
export async function sessionIdIn(cookieHeader: string | null): Promise<string | undefined> {
  const token = cookieValue(cookieHeader, sessionCookieName());
  if (!token || token.length > 4_096) return undefined;
  const known = opened.get(token);
  if (known) return known;
  const claims = await decode({ token, secret: env().DESK_SIGN_IN_SECRET }).catch(() => null);
  if (typeof claims?.sid !== "string" || !uuid.test(claims.sid)) return undefined;
  if (opened.size >= openedMost) opened.clear();
  opened.set(token, claims.sid);
  return claims.sid;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One cookie's value out of a Cookie header. */
export function cookieValue(header: string | null, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
