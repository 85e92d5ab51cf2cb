"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import { type DeskCredential, releaseMinutes } from "@/lib/desk/credential";
import type { Environment } from "@/lib/klarna/environment";

import type { CredentialActing } from "./use-credential-act";
import { heldBy, nameOf, shortId } from "./words";

export interface DisableDialogProps {
  readonly environment: Environment;
  readonly credential: DeskCredential;
  readonly act: CredentialActing;
  readonly onClose: () => void;
}

/** Says what stops, and wants the id's first part typed. What the desk uses itself has to be released first, by a step of its own. */
export function DisableDialog({ environment, credential, act, onClose }: DisableDialogProps) {
  const [typed, setTyped] = useState("");
  const { credential_id, own, released_until } = credential;
  const close = () => {
    act.forget();
    onClose();
  };
  const held = own !== "no" && released_until === null;
  const name = nameOf(credential);
  const why = held ? "Release it first" : typed.trim().toLowerCase() === shortId(credential).toLowerCase() ? undefined : "Type the first part of its id first";
  return (
    <Dialog
      open
      onClose={close}
      title={`Disable ${name} in ${environment.toUpperCase()}?`}
      description="Klarna refuses it from then on, in every program that has it. It can't be enabled again. What was done with it stays done, and other credentials go on working."
      footer={
        <>
          <Button onClick={close}>Keep it</Button>
          <Button
            variant="danger"
            loading={act.running === "disable"}
            unavailable={why}
            onClick={() => act.run("disable", credential_id, close)}
            className="max-w-full shrink!"
          >
            <span className="truncate">Disable {name}</span>
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {own !== "no" && <OwnNotice credential={credential} held={held} act={act} />}
        {!held && (
          <TextField
            label={`Type ${shortId(credential)} to disable it`}
            help="The first part of its id, as the list shows it."
            mono
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
        {act.problem && <ProblemNotice title="It wasn't done" problem={act.problem} />}
      </div>
    </Dialog>
  );
}

function OwnNotice({ credential, held, act }: { readonly credential: DeskCredential; readonly held: boolean; readonly act: CredentialActing }) {
  const { own, credential_id, processes } = credential;
  const known = own === "yes";
  return (
    <Notice
      tone="wrong"
      title={known ? "This is the desk's own key" : "This may be the desk's own key"}
      actions={
        held && (
          <Button loading={act.running === "release"} onClick={() => act.run("release", credential_id)}>
            {known ? "Cut the desk off: release it" : "It isn't the desk's: release it"}
          </Button>
        )
      }
    >
      {known
        ? `${heldBy(processes)}. Without it nobody can do anything at Klarna from here, until another key is in the settings. Rotate it instead, as the steps below the list say.`
        : "Nobody has said which one the desk uses. If it is this one, nobody can do anything at Klarna from here afterwards."}{" "}
      {held ? `Releasing it counts for ${releaseMinutes} minutes, and the audit log keeps who did it.` : "It is released, and can be disabled now."}
    </Notice>
  );
}
