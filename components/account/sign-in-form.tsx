"use client";

import { useState } from "react";

import { useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";

import { CodeField } from "./code-field";
import { signIn } from "./sign-in";

/** Signs a person in with their password, asks for the code of their second factor if they have one, and goes to `to` within the desk. */
export function SignInForm({ to }: { readonly to: string }) {
  // What was typed in the first step stays here until the second one is done.
  const [first, setFirst] = useState<{ readonly email: string; readonly password: string }>();
  const { problem, busy, submit, reset } = useSubmit(async (data) => {
    const given = first ?? { email: String(data.get("email")), password: String(data.get("password")) };
    if ((await signIn({ ...given, code: String(data.get("code") ?? "") })) === "code-wanted") return setFirst(given);
    // A whole new page: nothing of whoever was here before stays in memory.
    window.location.assign(to);
    await new Promise(() => undefined);
  });
  const back = () => {
    reset();
    setFirst(undefined);
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {problem && <ProblemNotice problem={problem} />}
      {first ? (
        <CodeField key="code" />
      ) : (
        <>
          <TextField name="email" type="email" label="E-mail" autoComplete="username" autoFocus required />
          <TextField name="password" type="password" label="Password" autoComplete="current-password" required />
        </>
      )}
      <Button type="submit" variant="primary" loading={busy} className="w-full">
        Sign in
      </Button>
      {first ? (
        <Button variant="ghost" onClick={back}>
          Sign in as somebody else
        </Button>
      ) : (
        <p className="text-muted text-xs">Forgotten your password, or new here? An admin can make you a one-time link.</p>
      )}
    </form>
  );
}
