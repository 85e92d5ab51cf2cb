"use client";

import { type FormEvent, useId, useState } from "react";

import { LeaveShownOnce } from "@/components/operation/leave-shown-once";
import { fieldMessage } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { keyVariable } from "@/lib/desk/credential";
import type { Environment } from "@/lib/klarna/environment";

import { MadeDialog } from "./made-dialog";
import { type Making, useMaking } from "./use-making";

export interface CreateDialogProps {
  readonly environment: Environment;
  readonly making: Making;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** Makes a credential, and shows the secret of a key this once: so leaving it asks, however one leaves, also while it is being made. */
export function CreateDialog({ environment, making, onMade, onClose }: CreateDialogProps) {
  const [closing, setClosing] = useState(false);
  const read = useMaking(environment, making, onMade);
  const { made, held } = read;
  // What was asked while it was made isn't asked of what has come: its dialog stands over the question.
  const [asked, setAsked] = useState(held);
  if (asked !== held) {
    setAsked(held);
    setClosing(false);
  }
  const slip = () => (held ? setClosing(true) : onClose());
  return (
    <>
      {/* First, so that it goes first where both do: what closes under another can't give the focus back. */}
      {held && <LeaveShownOnce key={held} what="key" description={whatIsLost[held]} closing={closing} onStay={() => setClosing(false)} onLeave={onClose} />}
      {made ? (
        <MadeDialog environment={environment} made={made} forDesk={making.purpose === "desk"} onSlip={slip} onClose={onClose} />
      ) : (
        <MakeDialog environment={environment} making={making} read={read} onSlip={slip} />
      )}
    </>
  );
}

const whatIsLost = {
  making:
    "It is being made, and is shown here, this once. If you leave before you have it, it is lost: then the credential has to be disabled and another created.",
  shown:
    "Klarna shows it once, and the desk doesn't keep it. If you haven't put it away, it is lost: then the credential has to be disabled and another created.",
};

interface MakeDialogProps extends Pick<CreateDialogProps, "environment" | "making"> {
  readonly read: ReturnType<typeof useMaking>;
  readonly onSlip: () => void;
}

function MakeDialog({ environment, making, read: { problem, busy, frozen, make }, onSlip }: MakeDialogProps) {
  const form = useId();
  const forDesk = making.purpose === "desk";
  const [type, setType] = useState(making.draft?.type ?? (forDesk ? "API" : ""));
  const [description, setDescription] = useState(making.draft?.description ?? (forDesk ? `Partner Desk ${new Date().toISOString().slice(0, 10)}` : ""));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    make({ type, environment: environment.toUpperCase(), ...(description.trim() !== "" && { description: description.trim() }) });
  };
  const name = environment.toUpperCase();
  return (
    <Dialog
      open
      onClose={onSlip}
      // The desk keeps what was sent, and asks again with it.
      asks={!busy && !frozen}
      title={forDesk ? `Create the desk's next key in ${name}` : `Create a credential in ${name}`}
      description={
        forDesk
          ? `It is shown once, and belongs into ${keyVariable(environment)}. The key that the desk has now goes on working.`
          : "One for each service that uses it, with a description that says which: then one can be disabled without the others."
      }
      footer={
        <>
          <Button onClick={onSlip}>{frozen ? "Close" : "Cancel"}</Button>
          <Button type="submit" form={form} variant="primary" loading={busy}>
            {frozen ? "Ask Klarna again" : forDesk ? "Create the key" : "Create credential"}
          </Button>
        </>
      }
    >
      <form id={form} method="post" onSubmit={onSubmit} noValidate className="grid gap-4">
        {problem && problem.fields.length === 0 && (
          <ProblemNotice title={titles[problem.code] ?? "The credential wasn't created"} unclearTitle="Whether it was created isn't known" problem={problem} />
        )}
        {frozen && (
          <p className="text-pretty text-muted">
            What was sent stays as it was: asked again with the same key, Klarna answers what it answered then, and makes no second one.
          </p>
        )}
        {!forDesk && (
          <SelectField
            id={`${form}-type`}
            label="Type"
            placeholder="Choose a type"
            options={types}
            value={type}
            disabled={frozen}
            onChange={({ target }) => setType(target.value)}
            help="A key is a secret that a server sends along. A client id is none: it identifies a website to Klarna's script."
            error={fieldMessage(problem, "type")}
          />
        )}
        <TextField
          id={`${form}-description`}
          label="Description"
          autoComplete="off"
          optional
          value={description}
          disabled={frozen}
          onChange={({ target }) => setDescription(target.value)}
          help="What it is for. Never the key itself: everybody who sees the list reads it."
          error={fieldMessage(problem, "description")}
        />
        {fieldMessage(problem, "environment") && <p className="text-wrong">{fieldMessage(problem, "environment")}</p>}
      </form>
    </Dialog>
  );
}

const types = [
  { value: "API", label: "API key, for a server" },
  { value: "CLIENT", label: "Client id, for browsers" },
];

const titles: Readonly<Record<string, string>> = {
  ALREADY_DONE: "It was created, but its answer never came here: the key can't be shown any more. Disable it, and create another",
};
