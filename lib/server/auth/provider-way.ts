import "server-only";
import { ProblemError } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";

import { env } from "../env";
import { sessionOf } from "../session";
import type { Answer } from "./answer";

/** The provider's address for the browser to go to. Throws 503 when the provider couldn't be asked where it is. */
export function sentToProvider(answer: Answer): Response {
  const { location = "" } = answer;
  const failed = new URL(location, env().DESK_URL);
  if (failed.searchParams.get("csrf") === "true")
    throw new ProblemError({ status: 403, code: "STALE_PAGE", message: "This page is too old to sign in from. Reload it and try again." });
  if (location === "" || (failed.origin === new URL(env().DESK_URL).origin && failed.searchParams.has("error"))) {
    const label = env().signIn.provider?.label;
    throw new ProblemError({ status: 503, code: "PROVIDER_AWAY", message: `${label} can't be reached at the moment. Try again in a minute.` });
  }
  return withCookies(Response.json({ url: location }, { headers: { "cache-control": "no-store" } }), answer);
}

/**
 * Where somebody goes who comes back from the provider: on, or to the page they came from with the reason why not. `answer` is
 * undefined when the desk itself failed.
 */
export async function backFromProvider(request: Request, answer: Answer | undefined): Promise<Response> {
  const why = reason(new URL(request.url), answer);
  if (why === undefined && answer) return answer.response();
  // Whoever is signed in came to prove who they are, in a window of its own.
  const session = await sessionOf(request.headers.get("cookie")).catch(() => undefined);
  const location = `${session ? routes.signInAgain : routes.signIn}?error=${why}`;
  const response = new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
  return answer ? withCookies(response, answer) : response;
}

/** Undefined when all went well. A word that the sign-in page has a sentence for. */
function reason(came: URL, answer: Answer | undefined): string | undefined {
  if (!answer) return "unavailable";
  if (came.searchParams.get("error") === "access_denied") return "cancelled";
  if (answer.location === undefined) return "failed";
  const to = new URL(answer.location, env().DESK_URL);
  if (to.pathname === routes.signIn) return to.searchParams.get("error") ?? "failed";
  return to.pathname.startsWith("/api/auth") ? "failed" : undefined;
}

function withCookies(response: Response, { cookies }: Answer): Response {
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}
