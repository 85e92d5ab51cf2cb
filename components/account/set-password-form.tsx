"use client";

import { useState } from "react";
import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import { passwordLength } from "@/lib/desk/password";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

/** Sets a password with the token after the address's #, which never left this browser before. */
export function SetPasswordForm() {
  const [done, setDone] = useState(false);
  const { problem, busy, submit } = useSubmit(async (data) => {
    await send("/api/desk/password-link", { method: "POST", body: { token: window.location.hash.slice(1), password: String(data.get("password")) } });
    setDone(true);
  });
  if (done) {
    return (
      <Notice
        tone="good"
        role="status"
        title="Your password is set."
        actions={
          <ButtonLink href={routes.signIn} variant="primary">
            Sign in
          </ButtonLink>
        }
      >
        The link is spent now.
      </Notice>
    );
  }
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      {problem && problem.fields.length === 0 && <ProblemNotice problem={problem} />}
      <TextField
        name="password"
        type="password"
        label="New password"
        autoComplete="new-password"
        autoFocus
        help={`At least ${passwordLength} characters; a sentence is easy to keep in mind.`}
        error={fieldMessage(problem, "password")}
      />
      <Button type="submit" variant="primary" loading={busy} className="w-full">
        Set password
      </Button>
    </form>
  );
}
