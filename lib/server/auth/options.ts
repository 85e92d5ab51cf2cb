import "server-only";
import { randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { env } from "../env";
import { cookieValue, overHttps, sessionCookieName } from "./cookie";
import { deviceMark, type SignIn, signIn } from "./sign-in";

/** The name of the cookie that marks a browser which has signed in as a person before. */
const deviceCookie = "desk-device";

/**
 * next-auth, with passwords. Its token is only an envelope for the id of our session row: who somebody is and what they may
 * do is read from the row at each request. A fault of ours goes to `onFault`: next-auth would show its message as a refusal.
 */
export function authOptions(headers: Headers, onFault: (error: unknown) => void): NextAuthOptions {
  const secure = overHttps();
  return {
    secret: env().DESK_SIGN_IN_SECRET,
    session: { strategy: "jwt" },
    // How long a session lives is said by its row, by the database's clock. The envelope outlives it, also where this machine's clock is months ahead.
    jwt: { maxAge: 10 * 365 * 24 * 3_600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, code: {} },
        authorize: async (given) => {
          const signedIn = await attempt(given ?? {}, headers).catch(onFault);
          if (signedIn?.outcome === "signed-in") return { id: signedIn.sessionId };
          throw new Error(signedIn?.outcome ?? "unavailable");
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : baseUrl),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

function attempt(given: Readonly<Partial<Record<"email" | "password" | "code", string>>>, headers: Headers): Promise<SignIn> {
  const email = emailOf(String(given.email ?? ""));
  return signIn({
    email,
    password: String(given.password ?? "").slice(0, 1_000),
    code: String(given.code ?? "").slice(0, 100),
    address: addressOf(headers),
    knownDevice: knownDevice(email, headers),
    device: deviceOf(headers),
  });
}

/** A fresh device cookie for a browser that has just signed in as `email`. */
export function newDeviceCookie(email: string): string {
  const mark = deviceMark(emailOf(email), randomBytes(12).toString("base64url"));
  return `${deviceCookie}=${mark}; Path=/api/auth; Max-Age=31536000; HttpOnly; SameSite=Lax${overHttps() ? "; Secure" : ""}`;
}

function emailOf(typed: string): string {
  return typed.trim().toLowerCase().slice(0, 320);
}

function knownDevice(email: string, headers: Headers): string | undefined {
  const mark = cookieValue(headers.get("cookie"), deviceCookie);
  const nonce = mark?.split(".")[0];
  return nonce && mark === deviceMark(email, nonce) ? nonce : undefined;
}

/** Where a request came from, as the proxy in front says; without one all are neighbours. */
function addressOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "local";
}

/** The browser in a few words, for the list of somebody's sessions. */
function deviceOf(headers: Headers): string {
  const agent = headers.get("user-agent") ?? "";
  const browser = /Edg\//.test(agent)
    ? "Edge"
    : /Firefox\//.test(agent)
      ? "Firefox"
      : /Chrom(e|ium)\//.test(agent)
        ? "Chrome"
        : /Safari\//.test(agent)
          ? "Safari"
          : "A browser";
  const system = /Windows/.test(agent)
    ? "Windows"
    : /Android/.test(agent)
      ? "Android"
      : /iPhone|iPad/.test(agent)
        ? "iOS"
        : /Mac OS/.test(agent)
          ? "macOS"
          : /Linux/.test(agent)
            ? "Linux"
            : "an unknown system";
  return `${browser} on ${system}`;
}
