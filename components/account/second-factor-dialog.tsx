"use client";

import { useState } from "react";

import { useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { send } from "@/lib/query/send";

import { RecoveryCodes } from "./recovery-codes";
import { SecondFactorSetup } from "./second-factor-setup";

export type FactorTask = "set-up" | "new-codes" | "remove";

export interface SecondFactorDialogProps {
  /** Undefined while nothing is done. */
  readonly task: FactorTask | undefined;
  readonly onClose: () => void;
}

/** Setting up, renewing the recovery codes, turning off: one task at a time. */
export function SecondFactorDialog({ task, onClose }: SecondFactorDialogProps) {
  return (
    <Dialog open={task !== undefined} onClose={onClose} title={titles[task ?? "set-up"]}>
      {task === "set-up" && <SecondFactorSetup onDone={onClose} />}
      {task === "new-codes" && <NewCodes onDone={onClose} />}
      {task === "remove" && <TurnOff onDone={onClose} />}
    </Dialog>
  );
}

const titles = { "set-up": "Set up a second factor", "new-codes": "Make new recovery codes?", remove: "Turn off your second factor?" };

function NewCodes({ onDone }: { readonly onDone: () => void }) {
  const [codes, setCodes] = useState<readonly string[]>();
  const { problem, busy, submit } = useSubmit(async () => {
    const made = await send<{ recovery_codes: readonly string[] }>("/api/desk/second-factor/recovery-codes", { method: "POST", body: {} });
    setCodes(made.recovery_codes);
  });
  if (codes) return <RecoveryCodes title="The old codes stopped working" codes={codes} onDone={onDone} />;
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {problem && <ProblemNotice title="None were made" problem={problem} />}
      <p>You get ten. Those that you have now stop working.</p>
      <Button type="submit" variant="primary" loading={busy} className="w-full">
        Make new recovery codes
      </Button>
    </form>
  );
}

function TurnOff({ onDone }: { readonly onDone: () => void }) {
  const { problem, busy, submit } = useSubmit(async () => {
    await send("/api/desk/second-factor", { method: "DELETE" });
    onDone();
  });
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {problem && <ProblemNotice title="It is still on" problem={problem} />}
      <p>Your password alone lets you in then. Recovery codes stop working; your sessions stay.</p>
      <Button type="submit" variant="danger" loading={busy} className="w-full">
        Turn off my second factor
      </Button>
    </form>
  );
}
