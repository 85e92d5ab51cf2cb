"use client";

import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import { send } from "@/lib/query/send";
import { CodeField } from "./code-field";

export interface ProofFormProps {
  readonly way: "code" | "password";
  readonly onProved: () => void;
}

/** Proves who is there by what they type. */
export function ProofForm({ way, onProved }: ProofFormProps) {
  const { problem, busy, submit } = useSubmit(async (data) => {
    await send("/api/desk/proof", { method: "POST", repeatable: true, body: { [way]: String(data.get(way)) } });
    onProved();
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      {problem && problem.fields.length === 0 && <ProblemNotice problem={problem} />}
      {way === "code" ? (
        <CodeField error={fieldMessage(problem, "code")} />
      ) : (
        <TextField name="password" type="password" label="Your password" autoComplete="current-password" autoFocus error={fieldMessage(problem, "password")} />
      )}
      <Button type="submit" variant="primary" loading={busy} className="w-full">
        Confirm and go on
      </Button>
    </form>
  );
}
