"use client";

import { useState } from "react";

import { LeaveShownOnce } from "@/components/operation/leave-shown-once";
import { useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { send } from "@/lib/query/send";

import { RecoveryCodes } from "./recovery-codes";
import { SecondFactorSetup } from "./second-factor-setup";
import { type HoldCodes, useHeldCodes } from "./use-held-codes";

export type FactorTask = "set-up" | "new-codes" | "remove";

export interface SecondFactorDialogProps {
  /** Undefined while nothing is done. */
  readonly task: FactorTask | undefined;
  readonly onClose: () => void;
}

/** Setting up, renewing the recovery codes, turning off: one task at a time. New codes are shown this once, so leaving them asks, also while they are being made. */
export function SecondFactorDialog({ task, onClose }: SecondFactorDialogProps) {
  // Each opening begins anew: codes that come after they were left hold nothing any more.
  return task && <Doing key={task} task={task} onClose={onClose} />;
}

function Doing({ task, onClose }: { readonly task: FactorTask; readonly onClose: () => void }) {
  const { held, hold, closing, setClosing } = useHeldCodes();
  return (
    <>
      {/* First, so that it goes first where both do: what closes under another can't give the focus back. */}
      {(held === "shown" || (held && closing)) && (
        <LeaveShownOnce what="codes" description={whatIsLost[held]} closing={closing} onStay={() => setClosing(false)} onLeave={onClose} />
      )}
      <Dialog open onClose={() => (held ? setClosing(true) : onClose())} title={titles[task]}>
        {task === "set-up" && <SecondFactorSetup hold={hold} onDone={onClose} />}
        {task === "new-codes" && <NewCodes hold={hold} onDone={onClose} />}
        {task === "remove" && <TurnOff onDone={onClose} />}
      </Dialog>
    </>
  );
}

const whatIsLost = {
  making: "They are being made, and are shown here, this once. If you leave before you have them, they are lost: then new ones have to be made.",
  shown: "They are shown this once, and the desk can't show them again. If you haven't kept them, they are lost: then new ones have to be made.",
};

const titles = { "set-up": "Set up a second factor", "new-codes": "Make new recovery codes?", remove: "Turn off your second factor?" };

function NewCodes({ hold, onDone }: { readonly hold: HoldCodes; readonly onDone: () => void }) {
  const [codes, setCodes] = useState<readonly string[]>();
  const { problem, busy, submit } = useSubmit(async () => {
    const made = await hold(send("/api/desk/second-factor/recovery-codes", { method: "POST", body: {} }));
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
