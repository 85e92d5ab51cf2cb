"use client";

import { useState } from "react";

import { useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import type { Enrolment } from "@/lib/desk/second-factor";
import { send } from "@/lib/query/send";

import { ConfirmFactor } from "./confirm-factor";
import { RecoveryCodes } from "./recovery-codes";
import type { HoldCodes } from "./use-held-codes";

export interface SecondFactorSetupProps {
  /** Told of the recovery codes while they are being made, where something could be closed over them. */
  readonly hold?: HoldCodes;
  readonly onDone: () => void;
}

/** Sets up a second factor: a key for the app, a first code of it, and the recovery codes; `onDone` when they were put away. */
export function SecondFactorSetup({ hold, onDone }: SecondFactorSetupProps) {
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { problem, busy, submit } = useSubmit(async () => setEnrolment(await send<Enrolment>("/api/desk/second-factor", { method: "POST", body: {} })));
  if (codes) return <RecoveryCodes title="Your second factor is set up" codes={codes} onDone={onDone} />;
  if (enrolment) return <ConfirmFactor enrolment={enrolment} hold={hold} onConfirmed={setCodes} />;
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {problem && <ProblemNotice title="It wasn't begun" problem={problem} />}
      <p className="text-pretty">
        You need an app that shows codes, on your telephone or in your password manager: 1Password, Google Authenticator, Microsoft Authenticator or any other.
      </p>
      <Button type="submit" variant="primary" loading={busy} className="w-full">
        Show the key
      </Button>
    </form>
  );
}
