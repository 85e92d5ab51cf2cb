import "server-only";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";

import { readText } from "../body";
import { refusal, refuseOtherSites } from "../door";
import { env } from "../env";
import { authOptions, newDeviceCookie } from "./options";

const mostBytes = 10_000;

/** next-auth's own routes, behind our limits: same site, a small body, our problem shape when the database is away. */
export async function serveAuth(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  // next-auth reads its own address from here.
  process.env.NEXTAUTH_URL = env().DESK_URL;
  try {
    refuseOtherSites(request);
    const body = request.method === "POST" ? await readText(request, mostBytes) : undefined;
    const passedOn = new Request(request.url, { method: request.method, headers: request.headers, ...(body !== undefined && { body }) });
    let fault: unknown;
    const options = authOptions(request.headers, (error) => {
      fault = error;
    });
    const response: Response = await NextAuth(nextRequest(request, passedOn), context, options);
    if (fault !== undefined) throw fault;
    const fresh = new Response(response.body, response);
    fresh.headers.set("cache-control", "no-store");
    if (body && signedIn(response)) fresh.headers.append("set-cookie", newDeviceCookie(new URLSearchParams(body).get("email") ?? ""));
    return fresh;
  } catch (error) {
    return refusal(error, { operation: "sign-in" });
  }
}

// next-auth wants a NextRequest's URL beside the request whose body is still unread.
function nextRequest(request: NextRequest, passedOn: Request): NextRequest {
  return Object.assign(passedOn, { nextUrl: request.nextUrl, cookies: request.cookies }) as NextRequest;
}

function signedIn(response: Response): boolean {
  return response.headers.getSetCookie().some((cookie) => /desk-session=[^;]/.test(cookie));
}
