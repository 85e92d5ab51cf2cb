import { overHttps, sessionCookieName } from "@/lib/server/auth/cookie";
import { endSession } from "@/lib/server/auth/sign-in";
import { refusal, refuseOtherSites } from "@/lib/server/door";
import { logFault } from "@/lib/server/log";
import { sessionOf } from "@/lib/server/session";

/** A plain form posts here, so that signing out works whatever else doesn't. */
export async function POST(request: Request) {
  try {
    refuseOtherSites(request);
  } catch (error) {
    return refusal(error, { operation: "sign-out" });
  }
  try {
    const session = await sessionOf(request.headers.get("cookie"));
    if (session) await endSession(session.id);
  } catch (error) {
    // This browser is signed out all the same: nobody else has its cookie, and the session ends by itself.
    logFault("session not ended", error, { operation: "sign-out" });
  }
  const ended = `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${overHttps() ? "; Secure" : ""}`;
  return new Response(null, {
    status: 303,
    headers: { location: "/sign-in", "set-cookie": ended, "cache-control": "no-store", "clear-site-data": '"cache", "storage"' },
  });
}
