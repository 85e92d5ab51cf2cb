"use client";

import { type ReactNode, useId, useState } from "react";
import { LeaveShownOnce } from "@/components/operation/leave-shown-once";
import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Colleague } from "@/lib/desk/team";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { OneTimeLink } from "./one-time-link";
import { roleOptions } from "./role-words";

export interface AddPersonDialogProps {
  readonly open: boolean;
  readonly provider: string | undefined;
  readonly passwords: boolean;
  /** Everybody there is, kept up to date: it shows whether somebody is there whose adding had no answer. */
  readonly people: readonly Colleague[];
  readonly onAsked: () => void;
  readonly onClose: () => void;
}

/** Adds a person, and shows the link that they set their password with: this once, so leaving it asks, also while it is being made. */
export function AddPersonDialog({ open, provider, passwords, people, onAsked, onClose }: AddPersonDialogProps) {
  const [added, setAdded] = useState<{ readonly name: string; readonly link?: string }>();
  const [asked, setAsked] = useState("");
  const [closing, setClosing] = useState(false);
  const form = useId();
  const { problem, busy, submit, reset } = useSubmit(async (data) => {
    const given = { email: String(data.get("email")), name: String(data.get("name")), role: String(data.get("role")) };
    setAsked(given.email);
    setClosing(false);
    // Whatever comes of it, who is there by now is shown.
    const { link } = await send<{ link?: string }>("/api/desk/team", { method: "POST", body: given }).finally(onAsked);
    setAdded({ name: given.name, ...(link && { link }) });
  });
  // Also where the desk says that somebody has this address already: it may be whom somebody added a moment ago.
  const there = problem && (problem.unclear || fieldMessage(problem, "email")) && people.find(({ email }) => email === asked.trim().toLowerCase());
  const close = () => {
    setAdded(undefined);
    reset();
    onClose();
  };
  const makes = busy && passwords;
  const leave = () => (added?.link || makes ? setClosing(true) : close());
  return (
    <>
      {/* First, so that it goes first where both do: what closes under another can't give the focus back. */}
      {open && (added?.link || makes) && (
        <LeaveShownOnce
          what="link"
          description={
            added ? `It is shown this once. If you haven't copied it, it is lost: then a new one has to be made on the page of ${added.name}.` : whileMaking
          }
          closing={closing}
          onStay={() => setClosing(false)}
          onLeave={close}
        />
      )}
      <Dialog
        open={open}
        onClose={leave}
        asks={!busy && !added}
        title={added ? `${added.name} was added` : "Add a person"}
        description={added ? undefined : howTheySignIn(passwords, provider)}
        footer={
          added ? (
            <Button variant="primary" onClick={close}>
              Done
            </Button>
          ) : (
            <>
              <Button onClick={leave}>Cancel</Button>
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
            {there ? (
              <There person={there} passwords={passwords} />
            ) : (
              problem &&
              problem.fields.length === 0 && (
                <ProblemNotice title="The person wasn't added" unclearTitle="Not known yet whether the person was added" problem={problem} />
              )
            )}
            <TextField name="name" label="Name" autoComplete="off" autoFocus error={fieldMessage(problem, "name")} />
            <TextField name="email" type="email" label="E-mail" autoComplete="off" error={fieldMessage(problem, "email")} />
            <SelectField name="role" label="Role" placeholder="Choose a role" defaultValue="" options={roleOptions} error={fieldMessage(problem, "role")} />
          </form>
        )}
      </Dialog>
    </>
  );
}

const whileMaking =
  "The link is being made, and is shown here, this once. If you leave before you have it, it is lost: then a new one has to be made on the person's page.";

function Added({ name, link, provider }: { readonly name: string; readonly link?: string; readonly provider: string | undefined }) {
  if (link) return <OneTimeLink link={link} name={name} />;
  return <p>They can sign in with {provider} now, under the address you gave.</p>;
}

/** Somebody who has the address: perhaps just added, by an answer that never came, with a link that nobody has seen. */
function There({ person: { id, name }, passwords }: { readonly person: Colleague; readonly passwords: boolean }): ReactNode {
  return (
    <Notice
      tone="waiting"
      role="alert"
      title={`${name} is among the people, with this address`}
      actions={<ButtonLink href={routes.colleague(id)}>Open their page</ButtonLink>}
    >
      {passwords
        ? "If you have just added them and saw no one-time link, its answer was lost: make a new link on their page. Nobody needs to be added again."
        : "If you have just added them, it was done. Nobody needs to be added again."}
    </Notice>
  );
}

function howTheySignIn(passwords: boolean, provider: string | undefined): string {
  if (!passwords) return `They sign in with ${provider}, under this address.`;
  const link = "You get a one-time link to send them; with it they set their password.";
  return provider ? `${link} With ${provider} they can sign in under this address without it.` : link;
}
