import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import type { WebhookAddress } from "@/lib/desk/webhook-address";

import type { Acting } from "./use-act";

export interface RotateDialogProps {
  readonly address: WebhookAddress;
  readonly act: Acting;
  readonly onClose: () => void;
}

/** Says what a rotation does before it begins. */
export function RotateDialog({ address, act, onClose }: RotateDialogProps) {
  const name = address.environment.toUpperCase();
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Rotate ${name}'s signing key?`}
      description="The desk makes a new key at Klarna and has Klarna sign with it. Both keys are accepted meanwhile, so no delivery is refused. The old one is retired by itself once nothing has used it for a day."
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button variant="primary" loading={act.running === "rotate"} onClick={() => act.run({ act: "rotate" }, onClose)}>
            Make a new key and switch
          </Button>
        </>
      }
    >
      {act.problem?.act === "rotate" && <ProblemNotice title="The key wasn't rotated to its end" problem={act.problem.problem} />}
    </Dialog>
  );
}
