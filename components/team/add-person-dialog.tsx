"use client";

import { useId, useState } from "react";
import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { send } from "@/lib/query/send";

import { OneTimeLink } from "./one-time-link";
import { roleOptions } from "./role-words";

export interface AddPersonDialogProps {
  readonly open: boolean;
  readonly provider: string | undefined;
  readonly passwords: boolean;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

/** Adds a person, and shows the link that they set their password with. */
export function AddPersonDialog({ open, provider, passwords, onAdded, onClose }: AddPersonDialogProps) {
  const [added, setAdded] = useState<{ readonly name: string; readonly link?: string }>();
  const form = useId();
  const { problem, busy, submit, reset } = useSubmit(async (data) => {
    const given = { email: String(data.get("email")), name: String(data.get("name")), role: String(data.get("role")) };
    const { link } = await send<{ link?: string }>("/api/desk/team", { method: "POST", body: given });
    setAdded({ name: given.name, ...(link && { link }) });
    onAdded();
  });
  const close = () => {
    setAdded(undefined);
    reset();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={added ? `${added.name} was added` : "Add a person"}
      description={added ? undefined : howTheySignIn(passwords, provider)}
      footer={
        added ? (
          <Button variant="primary" onClick={close}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" form={form} variant="primary" loading={busy}>
              Add person
            </Button>
          </>
        )
      }
    >
      {added ? (
        <Added {...added} provider={provider} />
      ) : (
        <form id={form} method="post" onSubmit={submit} noValidate className="grid gap-4">
          {problem && problem.fields.length === 0 && <ProblemNotice title="The person wasn't added" problem={problem} />}
          <TextField name="name" label="Name" autoComplete="off" autoFocus error={fieldMessage(problem, "name")} />
          <TextField name="email" type="email" label="E-mail" autoComplete="off" error={fieldMessage(problem, "email")} />
          <SelectField name="role" label="Role" placeholder="Choose a role" defaultValue="" options={roleOptions} error={fieldMessage(problem, "role")} />
        </form>
      )}
    </Dialog>
  );
}

function Added({ name, link, provider }: { readonly name: string; readonly link?: string; readonly provider: string | undefined }) {
  if (link) return <OneTimeLink link={link} name={name} />;
  return <p>They can sign in with {provider} now, under the address you gave.</p>;
}

function howTheySignIn(passwords: boolean, provider: string | undefined): string {
  if (!passwords) return `They sign in with ${provider}, under this address.`;
  const link = "You get a one-time link to send them; with it they set their password.";
  return provider ? `${link} With ${provider} they can sign in under this address without it.` : link;
}
