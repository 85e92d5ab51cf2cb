import "server-only";
import { randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { routes, withinDesk } from "@/lib/routes";

import { env } from "../env";
import { logFault } from "../log";
import { sessionOf } from "../session";
import { cookieValue, overHttps, sessionCookieName } from "./cookie";
import { deviceOf } from "./device";
import { proveByProvider } from "./prove";
import { type Claims, companyProvider, providerId } from "./provider";
import { signInByProvider } from "./provider-sign-in";
import { deviceMark, type SignIn, signIn } from "./sign-in";

/** The name of the cookie that marks a browser which has signed in before: a mark for each of the people who did so last, however many share it. */
const deviceCookie = "desk-devices";
/** Held one mark until November 2026, for a year: whoever has it is still known. */
const singleDeviceCookie = "desk-device";
const marksMost = 5;

/**
 * next-auth, with passwords and the company's provider, as the settings say. Its token is only an envelope for the id of our session
 * row: who somebody is and what they may do is read from the row at each request. A fault of ours goes to `onFault`: next-auth would
 * show its message as a refusal. `again` sends whoever is signed in to the provider to prove that it is them.
 */
export function authOptions(headers: Headers, onFault: (error: unknown) => void, again = false): NextAuthOptions {
  const secure = overHttps();
  const provider = companyProvider(again);
  return {
    secret: env().DESK_SIGN_IN_SECRET,
    session: { strategy: "jwt" },
    // How long a session lives is said by its row, by the database's clock. The envelope outlives it, also where this machine's clock is months ahead.
    jwt: { maxAge: 10 * 365 * 24 * 3_600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    providers: [...(env().signIn.passwords ? [byPassword(headers, onFault)] : []), ...(provider ? [provider] : [])],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== providerId) return true;
        const entered = await enter(profile as Claims, headers).catch(onFault);
        if (entered?.outcome !== "signed-in") return `${routes.signIn}?error=${entered?.outcome ?? "unavailable"}`;
        user.id = entered.sessionId;
        return true;
      },
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => new URL(withinDesk(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url), baseUrl).href,
    },
    logger: { error: (code, fault) => logFault("next-auth refused", errorIn(fault), { code }), warn: () => undefined, debug: () => undefined },
  };
}

function byPassword(headers: Headers, onFault: (error: unknown) => void) {
  return Credentials({
    credentials: { email: {}, password: {}, code: {} },
    authorize: async (given) => {
      const signedIn = await attempt(given ?? {}, headers).catch(onFault);
      if (signedIn?.outcome === "signed-in") return { id: signedIn.sessionId };
      throw new Error(signedIn?.outcome ?? "unavailable");
    },
  });
}

/** With a live session somebody who comes back from the provider proves who they are; else they sign in. */
async function enter(claims: Claims, headers: Headers) {
  const session = await sessionOf(headers.get("cookie"));
  return session ? proveByProvider(claims, session) : signInByProvider(claims, deviceOf(headers));
}

function errorIn(fault: unknown): unknown {
  return fault instanceof Error ? fault : (fault as { error?: unknown }).error;
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

/** A fresh device cookie for a browser that has just signed in as `email`; what it says of others stays in it. */
export function newDeviceCookie(email: string, headers: Headers): string {
  const own = emailOf(email);
  const others = marksIn(headers).filter((mark) => !nonceOf(mark, own));
  const marks = [deviceMark(own, randomBytes(12).toString("base64url")), ...others].slice(0, marksMost);
  // Where links are spent, too, the others must be known.
  return `${deviceCookie}=${marks.join("~")}; Path=/api; Max-Age=31536000; HttpOnly; SameSite=Lax${overHttps() ? "; Secure" : ""}`;
}

function emailOf(typed: string): string {
  return typed.trim().toLowerCase().slice(0, 320);
}

function knownDevice(email: string, headers: Headers): string | undefined {
  return marksIn(headers)
    .map((mark) => nonceOf(mark, email))
    .find(Boolean);
}

function marksIn(headers: Headers): readonly string[] {
  const cookies = headers.get("cookie");
  const marks = [deviceCookie, singleDeviceCookie].flatMap((name) => cookieValue(cookies, name)?.split("~") ?? []);
  return marks.filter((mark) => /^[\w-]{16}\.[\w-]{43}$/.test(mark)).slice(0, marksMost);
}

function nonceOf(mark: string, email: string): string | undefined {
  const [nonce = ""] = mark.split(".");
  return mark === deviceMark(email, nonce) ? nonce : undefined;
}

/** Where a request came from, as the proxy in front says; without one all are neighbours. */
function addressOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "local";
}
