import { encode } from "next-auth/jwt";

import type { Role } from "@/lib/klarna/permissions";
import { openSession } from "@/lib/server/auth/sign-in";
import { addPerson } from "@/lib/server/people";

import { madeUpSettings } from "./settings";

/** Somebody who is signed in. */
export interface SignedIn {
  readonly id: string;
  readonly email: string;
  readonly sessionId: string;
  readonly cookie: string;
}

let count = 0;

/** A new person with a role, and a browser that they are signed in with. */
export async function signedIn(role: Role): Promise<SignedIn> {
  count += 1;
  const email = `${role}-${count}@desk.example`;
  const { id } = await addPerson({ email, name: `${role} ${count}`, role });
  const sessionId = await opened(id, role, "a test");
  return { id, email, sessionId, cookie: await cookieOf(sessionId) };
}

/** A session of somebody who is let in. */
export async function opened(...asked: Parameters<typeof openSession>): Promise<string> {
  const sessionId = await openSession(...asked);
  if (!sessionId) throw new Error("Nobody was let in.");
  return sessionId;
}

/** The cookie that next-auth would have made for a session. */
export async function cookieOf(sessionId: string, secret: string = madeUpSettings.DESK_SIGN_IN_SECRET): Promise<string> {
  return `desk-session=${await encode({ token: { sid: sessionId }, secret })}`;
}
