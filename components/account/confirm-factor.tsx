"use client";

import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import type { Enrolment } from "@/lib/desk/second-factor";
import { send } from "@/lib/query/send";

import type { HoldCodes, MadeCodes } from "./use-held-codes";

export interface ConfirmFactorProps {
  readonly enrolment: Enrolment;
  readonly hold?: HoldCodes | undefined;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => void;
}

/** The key as a picture and as text, and the app's first code: before that was right, nothing is asked for at sign-in. */
export function ConfirmFactor({ enrolment: { key, picture }, hold, onConfirmed }: ConfirmFactorProps) {
  const { problem, busy, submit } = useSubmit(async (data) => {
    const body = { code: String(data.get("code")) };
    const asked = send<MadeCodes>("/api/desk/second-factor", { method: "PUT", body });
    const { recovery_codes } = await (hold?.(asked) ?? asked);
    onConfirmed(recovery_codes);
  });
  // The app's cameras want dark on light, with four modules of margin, in both themes.
  const edge = picture.size + 8;
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      {problem && problem.fields.length === 0 && <ProblemNotice title="It isn't set up yet" problem={problem} />}
      <p>Scan this with your app:</p>
      <svg role="img" aria-label="The key as a QR code" viewBox={`-4 -4 ${edge} ${edge}`} shapeRendering="crispEdges" className="qr mx-auto size-52 rounded">
        <path d={picture.path} />
      </svg>
      <div>
        <p className="text-muted">Or type this key into it:</p>
        <div className="mt-1 flex items-start gap-1 rounded border bg-sunken py-1 pr-1 pl-2.5">
          <code className="min-w-0 flex-1 py-1 mono">{key.replace(/(.{4})/g, "$1 ").trim()}</code>
          <CopyButton value={key} label="key" />
        </div>
      </div>
      <TextField
        name="code"
        label="The code that your app shows now"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        mono
        error={fieldMessage(problem, "code")}
      />
      <Button type="submit" variant="primary" loading={busy} className="w-full">
        Check the code
      </Button>
    </form>
  );
}
