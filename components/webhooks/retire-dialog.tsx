import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WebhookAddress, WebhookKey } from "@/lib/desk/webhook-address";

import type { Acting } from "./use-act";

export interface RetireDialogProps {
  readonly address: WebhookAddress;
  readonly keyToRetire: WebhookKey;
  readonly act: Acting;
  readonly onClose: () => void;
}

/** Asks before a key is retired: what is signed with it is refused from then on. */
export function RetireDialog({ address, keyToRetire: { key_id, source, last_used_at, at_klarna }, act, onClose }: RetireDialogProps) {
  const short = key_id.slice(-12);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Retire the key …${short}?`}
      description={
        <>
          {source === "klarna"
            ? "It is deleted at Klarna; the desk never had its secret."
            : "From then on the desk refuses what is signed with it, and its secret is gone."}
          {at_klarna && source !== "klarna" && ` It is deleted at Klarna's ${address.environment.toUpperCase()} too.`}
        </>
      }
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" loading={act.running === "retire"} onClick={() => act.run({ act: "retire", key_id }, onClose)}>
            Retire …{short}
          </Button>
        </>
      }
    >
      {act.problem?.act === "retire" && <ProblemNotice title="The key wasn't retired" problem={act.problem.problem} />}
      {last_used_at && (
        <p>
          Klarna repeats for 21 hours what it couldn't deliver, and may sign it with this key. It was last used <RelativeTime at={last_used_at} />
        </p>
      )}
    </Dialog>
  );
}
