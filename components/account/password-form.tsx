"use client";

import { type FormEvent, useState } from "react";
import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** Changes one's own password. Nothing typed is lost by a refusal. */
export function PasswordForm() {
  const [changed, setChanged] = useState(false);
  const { problem, busy, submit } = useSubmit(async (data) => {
    setChanged(false);
    if (data.get("password") !== data.get("again"))
      throw new ProblemError({
        status: 400,
        code: "INVALID_INPUT",
        message: "Some fields need attention.",
        fields: [{ path: "again", message: "This differs from the new password" }],
      });
    await send("/api/desk/password", { method: "POST", body: { current: data.get("current"), password: data.get("password") } });
    setChanged(true);
  });
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    if (await submit(event)) form.reset();
  };
  return (
    <form method="post" onSubmit={onSubmit} noValidate className="grid max-w-sm gap-4">
      {changed && <Notice tone="good" role="status" title="Your password was changed." />}
      {problem && problem.fields.length === 0 && <ProblemNotice problem={problem} />}
      <TextField name="current" type="password" label="Current password" autoComplete="current-password" error={fieldMessage(problem, "current")} />
      <TextField name="password" type="password" label="New password" autoComplete="new-password" error={fieldMessage(problem, "password")} />
      <TextField name="again" type="password" label="New password, again" autoComplete="new-password" error={fieldMessage(problem, "again")} />
      <div>
        <Button type="submit" variant="primary" loading={busy}>
          Change password
        </Button>
      </div>
    </form>
  );
}
