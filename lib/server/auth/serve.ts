import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";

import { ProblemError } from "@/lib/klarna/problem";

import { readText } from "../body";
import { refusal, refuseOtherSites } from "../door";
import { env } from "../env";
import { Answer } from "./answer";
import { authOptions, newDeviceCookie } from "./options";
import { providerId } from "./provider";
import { backFromProvider, sentToProvider } from "./provider-way";

const mostBytes = 10_000;

/** next-auth's addresses that the desk uses; its others don't exist here. */
const doors = ["GET csrf", "POST callback/credentials", `POST signin/${providerId}`, `GET callback/${providerId}`];

/** next-auth's own routes, behind our limits: same site, a small body, our problem shape when the database is away. */
export async function serveAuth(request: NextRequest, { params }: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const { nextauth } = await params;
  const door = `${request.method} ${nextauth.join("/")}`;
  // People come back from the provider's own site, so what they bring is held against the cookies of their way there.
  const back = door === `GET callback/${providerId}`;
  try {
    if (!doors.includes(door)) throw new ProblemError({ status: 404, code: "NO_SUCH_DOOR", message: "There is nothing at this address." });
    if (!back) refuseOtherSites(request);
    const body = Object.fromEntries(new URLSearchParams(request.method === "POST" ? await readText(request, mostBytes) : ""));
    const answer = await askNextAuth(request, nextauth, body);
    if (back) return await backFromProvider(request, answer);
    if (door === `POST signin/${providerId}`) return sentToProvider(answer);
    const response = answer.response();
    if (door === "POST callback/credentials" && signedIn(response)) response.headers.append("set-cookie", newDeviceCookie(body.email ?? "", request.headers));
    return response;
  } catch (error) {
    const refused = refusal(error, { operation: "sign-in" });
    return back ? await backFromProvider(request, undefined) : refused;
  }
}

/** Asks next-auth in its plain form, for any server. A fault of ours is thrown again: it would be shown as a refusal. */
async function askNextAuth(request: NextRequest, nextauth: readonly string[], body: Readonly<Record<string, string>>): Promise<Answer> {
  // next-auth reads its own address from here.
  process.env.NEXTAUTH_URL = env().DESK_URL;
  const faults: unknown[] = [];
  const { callbackUrl: _, ...search } = Object.fromEntries(new URL(request.url).searchParams);
  const options = authOptions(request.headers, (error) => faults.push(error), search.again !== undefined);
  const asked = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: cookiesOf(request),
    // Out to the provider nothing goes that a page asked for; back from it comes what the provider says.
    query: { ...(request.method === "GET" && search), nextauth },
    body,
  };
  const answer = new Answer();
  await NextAuth(asked as unknown as NextApiRequest, answer as unknown as NextApiResponse, options);
  if (faults.length > 0) throw faults[0];
  return answer;
}

/** The request's cookies; an address to come back to only when it is the desk's own, which next-auth would otherwise call its own fault. */
function cookiesOf(request: NextRequest): Readonly<Record<string, string>> {
  const given = request.cookies.getAll().map(({ name, value }) => [name, value] as const);
  const { origin } = new URL(env().DESK_URL);
  return Object.fromEntries(
    given.filter(([name, value]) => !name.endsWith("next-auth.callback-url") || (URL.canParse(value) && new URL(value).origin === origin)),
  );
}

function signedIn(response: Response): boolean {
  return response.headers.getSetCookie().some((cookie) => /desk-session=[^;]/.test(cookie));
}
