"use client";

import { useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** Signs a person in and goes to `to`, an address within the desk. */
export function SignInForm({ to }: { readonly to: string }) {
  const { problem, busy, submit } = useSubmit(async (data) => {
    await signIn(String(data.get("email")), String(data.get("password")));
    // A whole new page: nothing of whoever was here before stays in memory.
    window.location.assign(to);
    await new Promise(() => undefined);
  });
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {problem && <ProblemNotice problem={problem} />}
      <TextField name="email" type="email" label="E-mail" autoComplete="username" autoFocus required />
      <TextField name="password" type="password" label="Password" autoComplete="current-password" required />
      <Button type="submit" variant="primary" loading={busy} className="w-full">
        Sign in
      </Button>
      <p className="text-muted text-xs">Forgotten your password, or new here? An admin can make you a one-time link.</p>
    </form>
  );
}

/** next-auth's credentials flow: its token against forged requests first, then the sign-in itself. */
async function signIn(email: string, password: string): Promise<void> {
  const { csrfToken } = await send<{ csrfToken: string }>("/api/auth/csrf");
  const response = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  }).catch((error: unknown) => {
    throw ProblemError.of(error);
  });
  if (response.ok) return;
  const throttled = response.status === 401 && (await response.text()).includes("error=throttled");
  throw new ProblemError(
    response.status === 401
      ? throttled
        ? tooMany
        : refused
      : { status: response.status, code: "UNEXPECTED", message: "The desk can't sign anybody in at the moment. Try again in a minute." },
  );
}

const refused = { status: 401, code: "SIGN_IN_REFUSED", message: "E-mail and password don't belong together." };
const tooMany = { status: 401, code: "TOO_MANY_TRIES", message: "Too many tries. Wait a quarter of an hour, or ask an admin for a one-time link." };
