import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

interface Typed {
  readonly email: string;
  readonly password: string;
  readonly code: string;
}

/** next-auth's credentials flow: its token against forged requests first, then the sign-in itself. Throws a `ProblemError` when refused. */
export async function signIn(typed: Typed): Promise<"signed-in" | "code-wanted"> {
  const { csrfToken } = await send<{ csrfToken: string }>("/api/auth/csrf");
  const body = new URLSearchParams({ csrfToken, ...typed, json: "true" });
  const response = await fetch("/api/auth/callback/credentials", { method: "POST", body }).catch((error: unknown) => {
    throw ProblemError.of(error);
  });
  if (response.ok) {
    const { url } = (await response.json()) as { readonly url?: string };
    // Not signed in: sent back to the page that asks for the token, since it didn't fit the cookie.
    if (url?.endsWith("/signin?csrf=true")) throw new ProblemError({ status: 403, ...stale });
    return "signed-in";
  }
  if (response.status !== 401) throw new ProblemError({ ...unavailable, status: response.status });
  const [, outcome = ""] = /error=([a-z-]+)/.exec(await response.text()) ?? [];
  if (outcome === "code-wanted") return outcome;
  throw new ProblemError({ status: 401, ...(refusals[outcome] ?? refused) });
}

const unavailable = { code: "UNEXPECTED", message: "The desk can't sign anybody in at the moment. Try again in a minute." };
const stale = { code: "STALE_PAGE", message: "This page is too old to sign in from, or your browser keeps no cookies of it. Reload it and try again." };
const refused = { code: "SIGN_IN_REFUSED", message: "E-mail and password don't belong together." };
const refusals: Readonly<Record<string, typeof refused>> = {
  throttled: { code: "TOO_MANY_TRIES", message: "Too many tries. Wait a quarter of an hour, or ask an admin for a one-time link." },
  "code-refused": {
    code: "CODE_REFUSED",
    message: "This code isn't right, or was used already. Wait for the next one; if it goes on, check the clock of your telephone.",
  },
};
