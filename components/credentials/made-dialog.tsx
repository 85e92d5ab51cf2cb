"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { keyVariable } from "@/lib/desk/credential";
import type { Environment } from "@/lib/klarna/environment";

import type { Made } from "./use-making";

export interface MadeDialogProps {
  readonly environment: Environment;
  readonly made: Made;
  readonly forDesk: boolean;
  /** By a slip of the hand. */
  readonly onSlip: () => void;
  readonly onClose: () => void;
}

/** What was made. A key is shown this once. */
export function MadeDialog({ environment, made, forDesk, onSlip, onClose }: MadeDialogProps) {
  const { type, key, client_id } = made;
  return (
    <Dialog
      open
      size="lg"
      onClose={onSlip}
      title={type === "CLIENT" ? "The client id" : "The new key"}
      footer={
        <Button variant="primary" onClick={onClose}>
          {key === undefined ? "Done" : "It is where it belongs"}
        </Button>
      }
    >
      {key !== undefined && (
        <Shown value={key} label="key" title="Copy it now: it is shown this once">
          {forDesk
            ? `It belongs into ${keyVariable(environment)} in the desk's settings, in the place of the old one; then every process of the desk is started anew.`
            : "Put it where the service that uses it keeps its secrets: a secret store, or settings that only it reads. Never into a chat, an e-mail, a ticket or a repository."}{" "}
          The desk keeps nothing that it could be read from. If it is lost, disable the credential and create another.
        </Shown>
      )}
      {key === undefined && client_id && (
        <Shown value={client_id} label="client id" title="A client id is no secret">
          It can be read in the list at any time.
        </Shown>
      )}
      {key === undefined && !client_id && (
        <Notice tone="wrong" role="alert" title="Klarna made it, but its answer holds no key that the desk knows as one">
          It can't be shown again. Disable this credential in the list, and create another in Klarna's portal.
        </Notice>
      )}
    </Dialog>
  );
}

interface ShownProps {
  readonly value: string;
  readonly label: string;
  readonly title: string;
  readonly children: React.ReactNode;
}

function Shown({ value, label, title, children }: ShownProps) {
  return (
    <Notice tone="good" role="status" title={title}>
      <p>{children}</p>
      <div className="mt-2 flex items-start gap-1 rounded border bg-raised py-1 pr-1 pl-2.5">
        <code className="wrap-anywhere min-w-0 flex-1 select-all py-1 mono">{value}</code>
        <CopyButton value={value} label={label} />
      </div>
    </Notice>
  );
}
